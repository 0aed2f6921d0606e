package dev.callboard.jobs;

/**
 * A failed job as it was kept elsewhere, enough to lay it back into the failed set.
 *
 * @param name the job's name
 * @param data its data as stored
 * @param opts its options, JSON text as stored
 * @param failedReason the error's message, raw
 * @param stacktraceJson JSON array of texts, one per failed attempt, oldest first
 * @param attemptsMade attempts made by then
 * @param failedAtMillis when it failed, ms since the epoch; also its place in the failed set
 */
public record FailedState(String name, String data, String opts, String failedReason, String stacktraceJson,
        int attemptsMade, long failedAtMillis) {}
