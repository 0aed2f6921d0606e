package dev.callboard.jobs;

import java.time.Instant;
import java.util.List;

/**
 * One job whole, as it stood at one moment.
 *
 * @param name null where the hash is missing
 * @param data as stored; bytes that are no text, and NUL, appear as the replacement character
 * @param dataKind what the data turned out to be
 * @param opts as stored, or null
 * @param failedReason the last failure's message, or null; a job may have one and not be failed now
 * @param stacktrace one text per failed attempt, oldest first
 * @param logs the newest 1000 lines, oldest first
 * @param logCount how many lines there are in all
 * @param at the score's time: due, failed, completed, by state; else null
 * @param round the {@code cbr} field, or null
 * @param parentKey full key of the parent, or null
 * @param schedulerId the schedule that made it, or null
 * @param children what became of its children, or null for a job without
 * @param missing true for an id that stands in a list and whose hash is not there
 */
public record JobSnapshot(String id, JobState state, String name, String data, DataKind dataKind, String opts,
        int attemptsMade, int attemptsStarted, int stalls, String failedReason, List<String> stacktrace,
        List<String> logs, long logCount, Instant addedAt, Instant startedAt, Instant finishedAt, Instant at,
        long delayMillis, long priority, String progress, String returnvalue, String parentKey, String schedulerId,
        Long round, boolean locked, JobChildren children, boolean missing) {

    /** What stands in the data field. */
    public enum DataKind {
        JSON, TEXT, BINARY, ABSENT
    }

    /** How often it may be tried in all, and so how many attempts a retry has; one where its options do not say. */
    public int attemptsAllowed() {
        return (int) Math.min(Integer.MAX_VALUE, OptionsJson.read(opts).attempts());
    }

    public boolean isDataJson() {
        return dataKind == DataKind.JSON;
    }
}
