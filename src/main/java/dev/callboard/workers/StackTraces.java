package dev.callboard.workers;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Stack traces as BullMQ keeps them: one text, shortened. */
final class StackTraces {
    private static final int LONGEST = 8_000;

    private StackTraces() {}

    static String of(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.getBuffer().length() <= LONGEST ? text.toString() : text.getBuffer().substring(0, LONGEST);
    }
}
