package dev.callboard.triage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.callboard.audit.AuditRow;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.orders.OrderDetails;

/**
 * Everything about one job.
 *
 * @param job as Redis has it, or null where it is lost or gone
 * @param order the order it works for, or null
 * @param evidence oldest first
 * @param audit of the job and of its order, oldest first
 * @param around what stands around its order; null without an order
 */
public record JobCase(String queue, String id, JobSnapshot job, OrderDetails order, List<EvidenceRow> evidence,
        List<AuditRow> audit, Around around) {

    /**
     * What stands around a job's order.
     *
     * @param failures of its steps, oldest first
     * @param ticket of whoever waits for it, or null
     * @param money what was paid for it
     * @param onHand units of its products in stock, by SKU
     * @param attempts which a retry has: all that the job may have, whatever it needed of them
     */
    public record Around(List<StepFailure> failures, WaitingTicket ticket, Money money, Map<String, Long> onHand,
            int attempts) {}

    /**
     * What was paid for an order.
     *
     * @param captured in all
     * @param at when it was first captured, or null
     * @param refunded what was given back of it
     */
    public record Money(BigDecimal captured, Instant at, BigDecimal refunded) {

        /** What the shop still has of it. */
        public BigDecimal kept() {
            return captured.subtract(refunded);
        }
    }

    /** The newest evidence, or null. */
    public EvidenceRow latestEvidence() {
        return evidence.isEmpty() ? null : evidence.getLast();
    }
}
