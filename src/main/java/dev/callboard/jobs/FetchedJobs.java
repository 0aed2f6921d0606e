package dev.callboard.jobs;

import java.util.List;

/**
 * The answer to a fetch.
 *
 * @param limitedMillis how long no job may start because of a rate limit, or 0
 * @param dueInMillis when the next delayed job is due, from now, or -1
 * @param leftForOthers true when waiting jobs were left for workers that can take them
 */
record FetchedJobs(List<HeldJob> jobs, long limitedMillis, long dueInMillis, boolean leftForOthers) {}
