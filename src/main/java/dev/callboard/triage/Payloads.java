package dev.callboard.triage;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.JobActionResult;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;
import dev.callboard.triage.ActionResult.Result;

/** What a job carries: looking at what is hidden, and running it again with other data. Both are written down. */
public final class Payloads {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Database database;
    private final AuditLog audit;
    private final JobActions actions;
    private final Cancellations.CaseFiles files;

    public Payloads(Database database, AuditLog audit, JobActions actions, Cancellations.CaseFiles files) {
        this.database = database;
        this.audit = audit;
        this.actions = actions;
        this.files = files;
    }

    /** Writes down that this login looks at a hidden field. @param path of the field, for example {@code customer.email} */
    public void reveal(JobKey key, String path) {
        database.transaction(tx -> {
            audit.write(tx, new AuditEntry(null, "job.reveal", "job", key.subject(), null, Map.of(),
                    Map.of("field", path)));
            return null;
        });
    }

    /**
     * Runs a failed job again with other data, where it is still the failure that was seen. Its evidence and the audit
     * of the change come first.
     *
     * @throws Refusal {@code invalid} for what is no JSON
     */
    public ActionResult retryEdited(FailedJob seen, String json) {
        requireJson(json);
        JobKey key = new JobKey(seen.queue(), seen.id());
        JobQueue queue = files.queues().open(key.queue());
        Optional<JobSnapshot> found = queue.find(key.id());
        if (found.isEmpty()) {
            return ActionResult.of(key.id(), Result.GONE, "There is no such job.");
        }
        JobSnapshot job = found.get();
        if (job.state() != JobState.FAILED || seen.at() != null && !seen.at().equals(job.at()) || hasMoved(seen)) {
            return ActionResult.of(key.id(), Result.MOVED, "The job has moved meanwhile.");
        }
        database.transaction(tx -> {
            files.evidence().keep(tx, "retry", key.queue(), job, seen.seen());
            audit.write(tx, new AuditEntry(null, "job.edit", "job", key.subject(), null,
                    Map.of("data", String.valueOf(job.data())), Map.of("data", json)));
            return null;
        });
        if (queue.editData(key.id(), json) != JobActionResult.DONE) {
            return ActionResult.of(key.id(), Result.MOVED, "The job has moved meanwhile.");
        }
        return seen.seen() == null ? actions.retry(key, seen.at()) : actions.retry(key, seen.seen());
    }

    private boolean hasMoved(FailedJob seen) {
        if (seen.order() == null) {
            return false;
        }
        Optional<Order> now = files.orders().find(seen.order().uuid());
        return now.isEmpty() || now.get().state() != OrderState.FAILED || now.get().round() != seen.order().round();
    }

    private static void requireJson(String json) {
        try {
            if (json.isBlank() || JSON.readTree(json).isMissingNode()) {
                throw Refusal.invalid("The data is empty.");
            }
        } catch (JsonProcessingException broken) {
            throw Refusal.invalid("The data is no JSON: " + broken.getOriginalMessage());
        }
    }
}
