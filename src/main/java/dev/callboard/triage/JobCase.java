package dev.callboard.triage;

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
 */
public record JobCase(String queue, String id, JobSnapshot job, OrderDetails order, List<EvidenceRow> evidence,
        List<AuditRow> audit) {

    /** The newest evidence, or null. */
    public EvidenceRow latestEvidence() {
        return evidence.isEmpty() ? null : evidence.getLast();
    }
}
