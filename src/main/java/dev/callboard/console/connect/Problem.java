package dev.callboard.console.connect;

import java.util.List;

import dev.callboard.parts.Texts;

/**
 * Why a field cannot be as it is, or what was learned of a service: one line.
 *
 * @param key of its words
 * @param values put into them
 */
public record Problem(String key, List<String> values) {

    /** One of the lines {@code connect.problem}. */
    public static Problem of(String key, String... values) {
        return new Problem("connect.problem." + key, List.of(values));
    }

    String words(Texts texts) {
        return values.isEmpty() ? texts.of(key) : texts.of(key, values.toArray());
    }
}
