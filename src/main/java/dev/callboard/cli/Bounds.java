package dev.callboard.cli;

import dev.callboard.refusals.Refusal;

/**
 * What values an option can have at all: anything else is a mistake in the command line, told before a server is asked
 * for anything. Only of what the program itself needs: what means something in the shop (quantities, prices, priorities,
 * how long a thing is kept) its rules decide, as a refusal.
 */
final class Bounds {
    private Bounds() {}

    /** @return the value. @throws MalformedCommand where it lies outside */
    static int within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            String range = most == Integer.MAX_VALUE ? "at least " + least
                    : "a number from " + least + " to " + most;
            throw new MalformedCommand(option + " is " + range + ", not " + value + ".");
        }
        return value;
    }

    /** A blank value is what a script's empty variable leaves. @throws MalformedCommand for one */
    static void filled(String option, Object value) {
        if (value != null && value.toString().isBlank()) {
            throw new MalformedCommand("The option " + option + " has no value.");
        }
    }

    /** @return the text. @throws MalformedCommand where it is not of that form */
    static String formed(String option, String text, boolean right, String form) {
        if (!right) {
            throw new MalformedCommand(option + ": '" + Refusal.shortened(text) + "' is not " + form + ".");
        }
        return text;
    }
}
