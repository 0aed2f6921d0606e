package dev.callboard.tickets;

import java.time.LocalTime;
import java.time.ZoneId;

import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;

/**
 * How the shop counts its days. Which day a moment belongs to is computed by the database.
 *
 * @param zone the shop's time zone
 * @param starts when a new day begins by the shop's clocks
 */
public record BusinessDay(ZoneId zone, LocalTime starts) {

    /** As the settings say. */
    public static BusinessDay of(Settings settings) {
        return new BusinessDay(settings.get(KnownSettings.SHOP_ZONE), settings.get(KnownSettings.SHOP_DAY_STARTS));
    }
}
