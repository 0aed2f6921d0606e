package dev.callboard.workers;

import java.time.Duration;

/**
 * What a worker was told about attempts; null leaves it to what stands in the job.
 *
 * @param attempts tries in all, or null
 * @param backoff wait after the first failure, doubling, or null
 * @param alerts who is told of a job that failed for good
 */
public record FulfilmentPolicy(Integer attempts, Duration backoff, AlertTargets alerts) {

    /** The wait after the given number of attempts made, or null to follow the job's own. */
    Duration pauseAfter(int attemptsMade) {
        return backoff == null ? null : backoff.multipliedBy(1L << Math.min(20, attemptsMade - 1));
    }
}
