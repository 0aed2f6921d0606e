package dev.callboard.orders;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import dev.callboard.jobs.Backoff;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.KeepPolicy;
import dev.callboard.jobs.NewJob;

/**
 * How an order's job is written into its queue.
 *
 * @param queue name of the queue
 * @param attempts tries in all
 * @param backoff wait after the first failure, doubling
 */
public record FulfilmentJob(String queue, int attempts, Duration backoff) {
    private static final long KEPT_COMPLETED = 100;

    /** The job of an order: always the same id, so that adding it again changes nothing. */
    public NewJob of(UUID order, int round) {
        return new NewJob(queue, Order.jobId(order), "{\"orderId\":\"" + order + "\"}",
                JobOptions.DEFAULT.withAttempts(attempts, Backoff.exponential(backoff))
                        .keeping(KeepPolicy.newest(KEPT_COMPLETED), KeepPolicy.ALL),
                Map.of("cbr", Integer.toString(round)));
    }

    /** The order a job is about, by its id; null for a job that is no order's. */
    public static UUID orderOf(String jobId) {
        String prefix = Order.jobId(new UUID(0, 0)).substring(0, "order-".length());
        if (!jobId.startsWith(prefix) || jobId.length() != prefix.length() + 36) {
            return null;
        }
        try {
            return UUID.fromString(jobId.substring(prefix.length()));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
