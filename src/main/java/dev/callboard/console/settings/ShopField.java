package dev.callboard.console.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

/** What can be changed of a queue or a counter. Its key stands in the list of changes beside those of the settings. */
enum ShopField {
    QUEUE_NAME("queue", "name"), QUEUE_TARGET("queue", "target"), QUEUE_LIMIT("queue", "limit"),
    QUEUE_OPENS("queue", "opens"), QUEUE_CLOSES("queue", "closes"), COUNTER_NAME("counter", "name"),
    COUNTER_QUEUES("counter", "queues");

    private static final int LONGEST_NAME = 60;

    private final String kind;
    private final String word;

    ShopField(String kind, String word) {
        this.kind = kind;
        this.word = word;
    }

    /** The key of this field of that queue or counter. */
    String key(String id) {
        return kind + "/" + word + "/" + id;
    }

    /** True where the key is of this field. */
    boolean isOf(String key) {
        return key.startsWith(kind + "/" + word + "/");
    }

    /** The queue or counter of a key. */
    static String idOf(String key) {
        return key.split("/", 3)[2];
    }

    /** True for the key of a queue's or counter's field, false for that of a setting. */
    static boolean isShops(String key) {
        return key.contains("/");
    }

    static ShopField of(String key) {
        return Arrays.stream(values()).filter(field -> field.isOf(key)).findFirst().orElseThrow();
    }

    /** The word that the audit uses for it. */
    String word() {
        return word;
    }

    /** What is wrong with the text: the end of a key of the texts; null where nothing is. @param queues every code */
    String fault(String text, List<String> queues) {
        boolean fits = switch (this) {
            case QUEUE_NAME, COUNTER_NAME -> !text.isBlank() && text.length() <= LONGEST_NAME;
            case QUEUE_TARGET, QUEUE_LIMIT -> text.isBlank() || text.matches("[1-9][0-9]{0,2}");
            case QUEUE_OPENS, QUEUE_CLOSES -> text.isBlank() || isTime(text);
            case COUNTER_QUEUES -> text.isBlank() || queues.containsAll(codes(text));
        };
        return fits ? null : word;
    }

    private static boolean isTime(String text) {
        try {
            LocalTime.parse(text);
            return true;
        } catch (DateTimeException wrong) {
            return false;
        }
    }

    static List<String> codes(String text) {
        return Arrays.stream(text.split("[,\\s]+")).filter(code -> !code.isBlank()).toList();
    }

    static Duration minutes(String text) {
        return text.isBlank() ? null : Duration.ofMinutes(Long.parseLong(text));
    }

    static LocalTime time(String text) {
        return text.isBlank() ? null : LocalTime.parse(text);
    }
}
