package dev.callboard.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One order.
 *
 * @param number the short number that people see
 * @param email address for the confirmation, or null
 * @param total sum of the lines
 * @param round rises with every transition that wants something of the job
 * @param run rises with every take-over by a worker
 * @param jobNumber short number of its job, or null before payment
 * @param failedAt when it failed for good, else null
 * @param failure the error it failed with, else null
 */
public record Order(OrderId id, String customer, String email, OrderState state, Instant createdAt, Instant expiresAt,
        BigDecimal total, int round, int run, Long jobNumber, Instant failedAt, String failure,
        List<OrderLine> lines) {

    /** Both names of an order. */
    public record OrderId(UUID uuid, long number) {

        /** The id of its job, always. */
        public String jobId() {
            return Order.jobId(uuid);
        }
    }

    public UUID uuid() {
        return id.uuid();
    }

    public long number() {
        return id.number();
    }

    /** The id of an order's job. */
    public static String jobId(UUID order) {
        return "order-" + order;
    }
}
