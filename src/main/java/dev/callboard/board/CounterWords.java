package dev.callboard.board;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A counter's name in two parts, so that its figure can be read from afar.
 *
 * @param word what comes before the figure, or the whole name where it has none; may be empty
 * @param figure number or letter of the counter, or empty
 */
record CounterWords(String word, String figure) {
    private static final Pattern WITH_FIGURE = Pattern.compile("(?:(.*\\S)\\s+)?(\\d{1,3}|\\p{Lu})");

    static CounterWords of(String counter) {
        Matcher parts = WITH_FIGURE.matcher(counter.strip());
        return parts.matches()
                ? new CounterWords(parts.group(1) == null ? "" : parts.group(1), parts.group(2))
                : new CounterWords(counter.strip(), "");
    }

    /** The shortest that still names the counter. */
    String shortest() {
        return figure.isEmpty() ? word : figure;
    }
}
