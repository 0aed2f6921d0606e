package dev.callboard.jobs;

import java.time.Duration;

/**
 * How a worker works.
 *
 * @param workerName name under which Redis lists its connection
 * @param concurrency jobs at once in this worker
 * @param limiterMax jobs started per window, shared by all workers of the queue; 0 for no limit
 * @param limiterDuration length of that window, which opens with its first start
 * @param lockDuration how long a job stays ours without a sign of life
 * @param stalledInterval how often abandoned jobs are looked for
 * @param keepCompleted completed jobs to keep, where the job's own options do not say; every failed one is kept
 * @param drainDelay longest wait for news before looking by ourselves; at most 5 s
 * @param metricsMinutes for how many minutes back it is kept how many jobs ended in each, as BullMQ's metrics; 0 for none
 */
public record JobWorkerOptions(String workerName, int concurrency, int limiterMax, Duration limiterDuration,
        Duration lockDuration, Duration stalledInterval, long keepCompleted, Duration drainDelay,
        int metricsMinutes) {

    /** Five at once, no limiter, the last 100 completed kept, BullMQ's times. */
    public static JobWorkerOptions named(String workerName) {
        return new JobWorkerOptions(workerName, 5, 0, Duration.ofSeconds(10), Duration.ofSeconds(30),
                Duration.ofSeconds(30), 100, Duration.ofSeconds(5), 0);
    }

    public JobWorkerOptions withConcurrency(int count) {
        return new JobWorkerOptions(workerName, count, limiterMax, limiterDuration, lockDuration, stalledInterval,
                keepCompleted, drainDelay, metricsMinutes);
    }

    public JobWorkerOptions withLimiter(int max, Duration window) {
        return new JobWorkerOptions(workerName, concurrency, max, window, lockDuration, stalledInterval, keepCompleted,
                drainDelay, metricsMinutes);
    }

    public JobWorkerOptions withLocks(Duration lock, Duration stalled) {
        return new JobWorkerOptions(workerName, concurrency, limiterMax, limiterDuration, lock, stalled, keepCompleted,
                drainDelay, metricsMinutes);
    }

    public JobWorkerOptions withKeepCompleted(long count) {
        return new JobWorkerOptions(workerName, concurrency, limiterMax, limiterDuration, lockDuration, stalledInterval,
                count, drainDelay, metricsMinutes);
    }

    public JobWorkerOptions withMetrics(int minutes) {
        return new JobWorkerOptions(workerName, concurrency, limiterMax, limiterDuration, lockDuration, stalledInterval,
                keepCompleted, drainDelay, minutes);
    }
}
