package dev.callboard.jobs;

import java.time.Instant;

/**
 * A job as one line of a list.
 *
 * @param name null where the hash is missing
 * @param attemptsMade attempts that ended
 * @param error first line of the last failure, or null
 * @param at when it failed or completed, is due, or was added, whichever its state is about; null if unknown
 * @param data the data as text, or null where it is larger than a list should carry
 * @param dataBytes size of the data
 * @param round the {@code cbr} field, or null
 * @param missing true for an id whose hash is not there: nothing is known but the id
 */
public record JobSummary(String id, String name, int attemptsMade, String error, Instant at, String data,
        long dataBytes, Long round, boolean missing) {}
