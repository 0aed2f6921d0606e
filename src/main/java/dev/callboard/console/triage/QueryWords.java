package dev.callboard.console.triage;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.callboard.parts.Texts;
import dev.callboard.triage.QueryFault;

/** What the search field says and suggests. */
final class QueryWords {
    private static final List<String> FIELDS = List.of("error", "queue", "name", "step", "order", "customer", "failed",
            "attempts", "stake", "group", "is");
    private static final Pattern LAST_WORD = Pattern.compile("(?:^|[\\s(-])([A-Za-z]+)$");
    private static final int MOST = 5;

    private QueryWords() {}

    static String fault(QueryFault fault, Texts texts) {
        return texts.of("triage.fault." + fault.kind(), fault.near());
    }

    /** A field that may be meant. @param what its key in the texts */
    record Suggestion(String field, String what) {}

    /** Every field. */
    static List<Suggestion> all() {
        return FIELDS.stream().map(field -> new Suggestion(field, "triage.field." + field)).toList();
    }

    /** Fields that begin as the word at the end of the text does. */
    static List<Suggestion> suggestions(String typed) {
        Matcher word = LAST_WORD.matcher(typed);
        if (!word.find() || word.group(1).equalsIgnoreCase("or")) {
            return List.of();
        }
        String begin = word.group(1).toLowerCase(Locale.ROOT);
        return FIELDS.stream().filter(field -> field.startsWith(begin)).limit(MOST)
                .map(field -> new Suggestion(field, "triage.field." + field)).toList();
    }

    /** The text with the word at its end made that field, where it begins so; else with the field behind it. */
    static String completed(String typed, String field) {
        Matcher word = LAST_WORD.matcher(typed);
        if (word.find() && field.startsWith(word.group(1).toLowerCase(Locale.ROOT))) {
            return typed.substring(0, word.start(1)) + field + ":";
        }
        return typed + (typed.isEmpty() || typed.endsWith(" ") || typed.endsWith("(") ? "" : " ") + field + ":";
    }
}
