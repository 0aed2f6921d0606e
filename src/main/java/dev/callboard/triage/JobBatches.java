package dev.callboard.triage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.JobActionResult;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.Progress;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.postgres.Database;
import dev.callboard.triage.ActionResult.Result;

/**
 * Acts on very many jobs. Those of nobody's order go a hundred at a time, with the evidence and audit of all of them in
 * one transaction before Redis is told; an order's job is always a case of its own.
 */
public final class JobBatches {
    private static final int JOBS_AT_ONCE = 100;

    private final Database database;
    private final AuditLog audit;
    private final Cancellations.CaseFiles files;
    private final JobActions single;

    public JobBatches(Database database, AuditLog audit, Cancellations.CaseFiles files, JobActions single) {
        this.database = database;
        this.audit = audit;
        this.files = files;
        this.single = single;
    }

    /**
     * Runs failed jobs again, those of orders only where the order is still as it was seen.
     *
     * @return what became of each that was reached
     */
    public List<ActionResult> retry(String queue, List<FailedJob> frozen, Progress progress) {
        return each(queue, frozen, progress, "retry", null, job -> {
            JobKey key = new JobKey(queue, job.id());
            return job.seen() == null ? single.retry(key, job.at()) : single.retry(key, job.seen());
        });
    }

    /** Removes failed jobs for good, keeping their evidence. */
    public List<ActionResult> discard(String queue, List<FailedJob> frozen, String reason, Progress progress) {
        Cancellations.requireReason(reason);
        return each(queue, frozen, progress, "discard", reason,
                job -> single.discard(new JobKey(queue, job.id()), job.at(), reason));
    }

    /** Makes delayed jobs due now. */
    public List<ActionResult> promote(String queue, List<FailedJob> frozen, Progress progress) {
        return each(queue, frozen, progress, "promote", null, job -> single.promote(new JobKey(queue, job.id())));
    }

    private List<ActionResult> each(String name, List<FailedJob> frozen, Progress progress, String action,
            String reason,
            Function<FailedJob, ActionResult> ownCase) {
        JobQueue queue = files.queues().open(name);
        List<ActionResult> results = new ArrayList<>();
        Map<String, FailedJob> seen = new LinkedHashMap<>();
        frozen.forEach(job -> seen.put(job.id(), job));
        List<FailedJob> together = new ArrayList<>();
        for (FailedJob job : seen.values()) {
            if ((isCase(name, job) || together.isEmpty()) && !progress.goesOn(results.size())) {
                break;
            }
            if (isCase(name, job)) {
                results.add(ownCase.apply(job));
            } else {
                together.add(job);
            }
            if (together.size() == JOBS_AT_ONCE) {
                results.addAll(together(queue, together, action, reason));
                together.clear();
            }
        }
        results.addAll(together(queue, together, action, reason));
        return results;
    }

    private boolean isCase(String queue, FailedJob job) {
        return files.queues().isFulfilment(queue) && FulfilmentJob.orderOf(job.id()) != null;
    }

    private List<ActionResult> together(JobQueue queue, List<FailedJob> frozen, String action, String reason) {
        Map<String, JobSnapshot> jobs = queue.findAll(frozen.stream().map(FailedJob::id).toList());
        List<String> fit = frozen.stream().filter(seen -> isAsSeen(action, seen, jobs.get(seen.id())))
                .map(FailedJob::id).toList();
        database.transaction(tx -> {
            if (!action.equals("promote")) {
                files.evidence().keepAll(tx, action, queue.name(), fit.stream().map(jobs::get).toList());
            }
            audit.writeAll(tx, fit.stream()
                    .map(id -> JobAudit.asked(new JobKey(queue.name(), id), action, jobs.get(id), reason)).toList());
            return null;
        });
        Map<String, JobActionResult> done = switch (action) {
            case "retry" -> queue.retryAll(fit);
            case "discard" -> queue.removeAll(fit);
            default -> queue.promoteAll(fit);
        };
        noteFailures(queue.name(), action, done);
        return frozen.stream().map(seen -> answer(seen.id(), action, jobs.get(seen.id()), done.get(seen.id())))
                .toList();
    }

    private void noteFailures(String queue, String action, Map<String, JobActionResult> done) {
        List<AuditEntry> failures = done.entrySet().stream().filter(one -> one.getValue() != JobActionResult.DONE)
                .map(one -> JobAudit.cameToNothing(new JobKey(queue, one.getKey()), action, one.getValue())).toList();
        if (!failures.isEmpty()) {
            database.transaction(tx -> {
                audit.writeAll(tx, failures);
                return null;
            });
        }
    }

    /** The same failure that the list showed, or the same delay: the job may have run again since, and failed anew. */
    private static boolean isAsSeen(String action, FailedJob seen, JobSnapshot job) {
        JobState wanted = action.equals("promote") ? JobState.DELAYED : JobState.FAILED;
        return job != null && job.state() == wanted && (seen.at() == null || seen.at().equals(job.at()));
    }

    private static boolean isFailedAgain(String action, JobSnapshot job) {
        return !action.equals("promote") && job.state() == JobState.FAILED;
    }

    private static ActionResult answer(String id, String action, JobSnapshot job, JobActionResult done) {
        if (job == null) {
            return ActionResult.of(id, Result.GONE, "There is no such job.");
        }
        if (done == null) {
            return ActionResult.of(id, Result.MOVED, isFailedAgain(action, job) ? "The job has run again meanwhile."
                    : "The job is " + job.state().text() + ".");
        }
        return switch (action) {
            case "retry" -> JobActions.answer(id, done, Result.RETRIED, "The job runs again.");
            case "discard" -> JobActions.answer(id, done, Result.DISCARDED, "Removed; its evidence is kept.");
            default -> JobActions.answer(id, done, Result.PROMOTED, "Due now.");
        };
    }
}
