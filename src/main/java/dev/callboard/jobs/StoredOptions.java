package dev.callboard.jobs;

/**
 * The stored options of a job, as far as a worker acts on them.
 *
 * @param keepCompleted null where the job does not say
 * @param keepFailed null where the job does not say
 * @param logLines newest log lines to keep, 0 for all
 */
record StoredOptions(long attempts, Backoff backoff, boolean lifo, KeepPolicy keepCompleted, KeepPolicy keepFailed,
        int stackTraceLimit, long logLines) {}
