package dev.callboard.console.orders;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.payments.Payment;
import dev.callboard.payments.Refund;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;
import dev.callboard.triage.JobCase;

/**
 * One order whole.
 *
 * @param payment what was captured, or null
 * @param invoice its number, or null before there is one
 * @param job its job, or null before payment and where it cannot be had
 * @param ticket of whoever waits for it, or null
 * @param line the queue in which they wait, or null
 */
record OrderCase(OrderDetails details, Payment payment, List<Refund> refunds, Long invoice, JobCase job, Ticket ticket,
        Queue line) {

    Order order() {
        return details.order();
    }

    /** How often its job was tried; 0 where that cannot be had. */
    int attempts() {
        return job == null || job.job() == null ? 0 : job.job().attemptsMade();
    }

    /** How many of its tries failed, of all its rounds. */
    int failedTries() {
        return job == null || job.around() == null ? 0 : job.around().failures().size();
    }

    /** Whether its job has failed for good before: a retry counts its attempts from the beginning. */
    boolean isRetried() {
        return job != null && job.evidence().stream().anyMatch(row -> row.cause().equals("failed"));
    }

    /** What was given back. */
    BigDecimal refunded() {
        return sum(Refund::isDone);
    }

    /** What a person has still to give back. */
    BigDecimal toGiveBack() {
        return sum(Refund::isForAPerson);
    }

    /** What goes back by itself, and is not back yet. */
    BigDecimal goingBack() {
        return sum(refund -> !refund.isDone() && !refund.isForAPerson());
    }

    private BigDecimal sum(Predicate<Refund> wanted) {
        return refunds.stream().filter(wanted).map(Refund::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
