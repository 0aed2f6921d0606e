package dev.callboard.jobs;

import java.time.Duration;

/**
 * What a producer asks for a job; what is null is left to the worker's own defaults.
 *
 * @param attempts how often the job may be tried in all; below 2 means once
 * @param backoff wait between attempts, or null for none
 * @param priority 0 for none, else 1 (first) to 2097151 (last)
 * @param delay wait before the first attempt; null or zero for none
 * @param lifo true to be taken before those that wait already
 * @param removeOnComplete which completed jobs stay, or null
 * @param removeOnFail which failed jobs stay, or null
 */
public record JobOptions(int attempts, Backoff backoff, int priority, Duration delay, boolean lifo,
        KeepPolicy removeOnComplete, KeepPolicy removeOnFail) {
    public static final int LARGEST_PRIORITY = (1 << 21) - 1;

    /** One attempt, at once, in the order of arrival. */
    public static final JobOptions DEFAULT = new JobOptions(1, null, 0, Duration.ZERO, false, null, null);

    public JobOptions {
        if (priority < 0 || priority > LARGEST_PRIORITY) {
            throw new IllegalArgumentException("priority must be 0 to " + LARGEST_PRIORITY + ": " + priority);
        }
    }

    public JobOptions withAttempts(int count, Backoff between) {
        return new JobOptions(count, between, priority, delay, lifo, removeOnComplete, removeOnFail);
    }

    public JobOptions withPriority(int value) {
        return new JobOptions(attempts, backoff, value, delay, lifo, removeOnComplete, removeOnFail);
    }

    public JobOptions withDelay(Duration wait) {
        return new JobOptions(attempts, backoff, priority, wait, lifo, removeOnComplete, removeOnFail);
    }

    public JobOptions asLifo() {
        return new JobOptions(attempts, backoff, priority, delay, true, removeOnComplete, removeOnFail);
    }

    public JobOptions keeping(KeepPolicy completed, KeepPolicy failed) {
        return new JobOptions(attempts, backoff, priority, delay, lifo, completed, failed);
    }
}
