package dev.callboard.tickets;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How the shop counts its days. Which day a moment belongs to is computed by the database.
 *
 * @param zone the shop's time zone
 * @param starts when a new day begins by the shop's clocks
 */
public record BusinessDay(ZoneId zone, LocalTime starts) {}
