package dev.callboard.kiosk;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.callboard.refusals.StorableText;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.PinHash;
import dev.callboard.tickets.Arrival;

/**
 * Which kiosk this is.
 *
 * @param name what the kiosk is called, as a ticket notes it: 1 to {@link Arrival#LONGEST_PLACE} characters
 * @param shop the shop's name
 * @param languages those that visitors may choose; the first is the shop's own
 * @param zone the shop's clocks
 * @param opens when the shop opens, if it says so
 * @param gateway where visitors follow their ticket, if there is one
 * @param askFrom from how many people waiting it asks first
 * @param pin with which staff leave the kiosk, if there is one
 */
public record KioskPlace(String name, String shop, List<Locale> languages, ZoneId zone, Optional<LocalTime> opens,
        Optional<URI> gateway, int askFrom, Optional<PinHash> pin) {

    /** Shortens a name that no ticket can note: nobody is sent away because of what the kiosk is called. */
    public KioskPlace {
        name = noted(name);
    }

    private static String noted(String name) {
        if (StorableText.fits(name, Arrival.LONGEST_PLACE)) {
            return name;
        }
        StringBuilder kept = new StringBuilder();
        name.strip().codePoints().filter(each -> each != 0 && Character.getType(each) != Character.SURROGATE)
                .takeWhile(each -> kept.length() + Character.charCount(each) <= Arrival.LONGEST_PLACE)
                .forEachOrdered(kept::appendCodePoint);
        return kept.isEmpty() ? KnownSettings.KIOSK_NAME.fallback() : kept.toString().strip();
    }
}
