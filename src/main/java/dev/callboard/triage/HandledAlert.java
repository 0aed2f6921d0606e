package dev.callboard.triage;

import java.time.Instant;

/**
 * An alert that somebody has taken on.
 *
 * @param occasion tells one time of the same subject from the next
 * @param by login of whoever did
 */
public record HandledAlert(String kind, String subject, int occasion, String message, Instant at, String by) {}
