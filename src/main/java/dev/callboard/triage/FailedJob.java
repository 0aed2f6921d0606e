package dev.callboard.triage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import dev.callboard.orders.Order;

/**
 * One job in a list.
 *
 * @param name null where the job's hash is missing
 * @param attempts attempts made
 * @param at when it failed, or when it is due or was added, by the list's state; null if unknown
 * @param order the order it works for, or null for a job of somebody else's
 * @param lost true where Redis has lost the job and it is shown from its evidence
 * @param missing true for an id without a hash: nothing else is known
 * @param data as text, or null where it is too large for a list
 */
public record FailedJob(String queue, String id, String name, int attempts, Instant at, String error, Order order,
        boolean lost, boolean missing, String data) {

    /** What it is recognised by in a list: every queue counts its ids by itself, so the id alone names many jobs. */
    public JobKey key() {
        return new JobKey(queue, id);
    }

    /** True for the same job, whatever is known of it by now. */
    public boolean isSameAs(FailedJob other) {
        return other != null && queue.equals(other.queue) && id.equals(other.id);
    }

    /** What is at stake: the order's total, or null without an order. */
    public BigDecimal stake() {
        return order == null ? null : order.total();
    }

    /** What is at stake with all of these together. */
    public static BigDecimal stake(List<FailedJob> jobs) {
        return jobs.stream().map(FailedJob::stake).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The short number that people see: our jobs have one, foreign jobs show their id. */
    public String shownNumber() {
        return order != null && order.jobNumber() != null ? Long.toString(order.jobNumber()) : id;
    }

    /** The same with its order as it stands now. */
    FailedJob of(Order present) {
        return new FailedJob(queue, id, name, attempts, at, error, present, lost, missing, data);
    }

    /** When it failed: for an order's job, as Postgres says; null if unknown. */
    public Instant failedAt() {
        return order != null && order.failedAt() != null ? order.failedAt() : at;
    }

    /** The order in the generation seen, for acting on it later; null without an order. */
    public OrderRound seen() {
        return order == null ? null : new OrderRound(order.uuid(), order.round());
    }
}
