package dev.callboard.console;

import dev.callboard.parts.Texts;

/** Errors of jobs in the words of every screen that shows them. */
public final class ErrorWords {
    private static final String STEP = "^(inventory|email|invoice): ";

    private ErrorWords() {}

    /**
     * What a kind of error is called.
     *
     * @param error first line of one of them, as it stands
     * @param step of fulfilment that failed, or an empty text
     */
    public static String group(String error, String step, Texts texts) {
        if (error.isBlank()) {
            return texts.of("triage.no_error");
        }
        return step.isEmpty() ? brief(error) : texts.of("triage.group.step", brief(error), texts.named("step", step));
    }

    /** The step that an error begins with; the empty text where it begins with none. */
    public static String step(String error) {
        String bare = withoutStep(error);
        return bare.length() == error.length() ? "" : error.substring(0, error.indexOf(':'));
    }

    /** An error without the step that it begins with and the server that it ends with, where there is little room. */
    public static String brief(String error) {
        return withoutStep(error).replaceFirst(" \\([\\w.-]+:\\d+\\)$", "");
    }

    /** An error as it stands, without the step that it begins with. */
    public static String withoutStep(String error) {
        return error.replaceFirst(STEP, "");
    }

    /** A message's first line: a list has room for no more. */
    public static String firstLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }
}
