package dev.callboard.tickets;

import java.time.Instant;

/**
 * Whether one wall screen has shown a call.
 *
 * @param screen its name
 * @param seenAt its latest sign of life
 * @param shownAt or null
 * @param spokenAt or null
 */
public record ScreenReceipt(String screen, Instant seenAt, Instant shownAt, Instant spokenAt) {}
