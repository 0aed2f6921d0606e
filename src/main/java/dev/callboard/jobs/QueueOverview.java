package dev.callboard.jobs;

/**
 * A queue as found in Redis, whoever made it.
 *
 * @param version the library that last opened it, for example {@code bullmq:6.7.0}, or null
 * @param workers connected workers, or null where Redis does not let us ask
 */
public record QueueOverview(String name, String version, boolean paused, JobCounts counts, Integer workers) {}
