package dev.callboard.workers;

import dev.callboard.refusals.Causes;

/** Stack traces as BullMQ keeps them: one text, shortened. */
final class StackTraces {
    private static final int LONGEST = 8_000;

    private StackTraces() {}

    static String of(Throwable failure) {
        String trace = Causes.trace(failure);
        return trace.length() <= LONGEST ? trace : trace.substring(0, LONGEST);
    }
}
