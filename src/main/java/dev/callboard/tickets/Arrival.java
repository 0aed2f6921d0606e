package dev.callboard.tickets;

import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.StorableText;

/**
 * Where a visitor took their number.
 *
 * @param place name of the kiosk
 * @param language which the visitor chose there, as a language tag
 */
public record Arrival(String place, String language) {
    /** The longest name of a kiosk, in characters. */
    public static final int LONGEST_PLACE = 60;
    private static final int LONGEST_TAG = 35;

    /** @throws Refusal {@code invalid} where a value can never be right */
    public Arrival {
        if (!StorableText.fits(place, LONGEST_PLACE) || !StorableText.fits(language, LONGEST_TAG)) {
            throw Refusal.invalid("A kiosk has a name of 1 to " + LONGEST_PLACE + " characters, and a language.");
        }
    }
}
