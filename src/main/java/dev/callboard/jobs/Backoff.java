package dev.callboard.jobs;

import java.time.Duration;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * How long a job waits after a failed attempt.
 *
 * @param delay the base; whole milliseconds count
 * @param jitter share of the delay that is left to chance, 0 (none) to 1 (all of it)
 */
public record Backoff(Type type, Duration delay, double jitter) {
    /** Beyond this a delay is no plan any more; it also keeps the score exact. */
    private static final long LONGEST_MILLIS = Duration.ofDays(365).toMillis();

    /** How the delay grows. */
    public enum Type {
        FIXED, EXPONENTIAL;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** No wait at all. */
    public static final Backoff NONE = new Backoff(Type.FIXED, Duration.ZERO, 0);

    public static Backoff fixed(Duration delay) {
        return new Backoff(Type.FIXED, delay, 0);
    }

    /** The delay after the first failure, twice that after the second, and so on. */
    public static Backoff exponential(Duration delay) {
        return new Backoff(Type.EXPONENTIAL, delay, 0);
    }

    /**
     * The wait after the given attempt failed: {@code delay}, or {@code 2^(attempt-1) * delay}, as BullMQ computes it.
     *
     * @param attempt number of the attempt that just failed, from 1
     */
    public Duration after(int attempt, RandomGenerator chance) {
        double millis = delay.toMillis();
        if (type == Type.EXPONENTIAL) {
            millis = Math.rint(Math.pow(2, Math.max(0, attempt - 1)) * millis);
        }
        if (jitter > 0) {
            millis = Math.floor(chance.nextDouble() * millis * jitter + millis * (1 - jitter));
        }
        return Duration.ofMillis((long) Math.min(millis, LONGEST_MILLIS));
    }
}
