package dev.callboard.kiosk;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.callboard.settings.PinHash;

/**
 * Which kiosk this is.
 *
 * @param name what the kiosk is called
 * @param shop the shop's name
 * @param languages those that visitors may choose; the first is the shop's own
 * @param zone the shop's clocks
 * @param opens when the shop opens, if it says so
 * @param gateway where visitors follow their ticket, if there is one
 * @param askFrom from how many people waiting it asks first
 * @param pin with which staff leave the kiosk, if there is one
 */
public record KioskPlace(String name, String shop, List<Locale> languages, ZoneId zone, Optional<LocalTime> opens,
        Optional<URI> gateway, int askFrom, Optional<PinHash> pin) {}
