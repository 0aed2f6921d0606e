package dev.callboard.tickets;

import dev.callboard.refusals.Refusal;

/** What people may write as a reason. */
final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    /**
     * @param reason or null where none is given
     * @throws Refusal {@code invalid} where it is longer than anybody would read
     */
    static void check(String reason) {
        if (reason != null && reason.length() > LONGEST) {
            throw Refusal.invalid("A reason has at most " + LONGEST + " characters.");
        }
    }
}
