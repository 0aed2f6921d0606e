package dev.callboard.triage;

import java.math.BigDecimal;
import java.util.List;

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
     * @param captured amount that was captured and not given back
     */
    public record Around(List<StepFailure> failures, WaitingTicket ticket, BigDecimal captured) {}

    /** The newest evidence, or null. */
    public EvidenceRow latestEvidence() {
        return evidence.isEmpty() ? null : evidence.getLast();
    }
}
