package dev.callboard.triage;

import java.util.Locale;
import java.util.Map;

import dev.callboard.audit.AuditEntry;
import dev.callboard.jobs.JobActionResult;
import dev.callboard.jobs.JobSnapshot;

/**
 * What the audit says of jobs that no order decides. Redis cannot be asked inside a transaction, so an entry states what
 * is asked, before it is; where Redis says no, a second one says so.
 */
final class JobAudit {
    private JobAudit() {}

    static AuditEntry asked(JobKey key, String action, JobSnapshot job, String reason) {
        return new AuditEntry(null, "job." + action, "job", key.subject(), reason,
                Map.of("state", job.state().text()), Map.of());
    }

    static AuditEntry cameToNothing(JobKey key, String action, JobActionResult why) {
        return new AuditEntry(null, "job." + action, "job", key.subject(), null, Map.of(),
                Map.of("result", why.name().toLowerCase(Locale.ROOT)));
    }
}
