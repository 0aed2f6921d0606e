package dev.callboard.cli;

import java.time.Duration;

import dev.callboard.refusals.Refusal;

/**
 * What values an option can have at all: anything else is a mistake in the command line, told before a server is asked
 * for anything. Quantities and prices are not among them; about these the shop's rules decide.
 */
final class Bounds {
    private Bounds() {}

    /** @return the value. @throws MalformedCommand where it lies outside */
    static int within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            String range = most == Integer.MAX_VALUE ? "at least " + least
                    : most == least + 1 ? least + " or " + most : "a number from " + least + " to " + most;
            throw new MalformedCommand(option + " is " + range + ", not " + value + ".");
        }
        return value;
    }

    /** @param shown the range in words */
    static Duration within(String option, Duration value, Duration least, Duration most, String shown) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new MalformedCommand(option + " is a time from " + shown + ".");
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
