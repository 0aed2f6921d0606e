package dev.callboard.triage;

import java.time.Duration;
import java.util.Map;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.Progress;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/**
 * Clears another program's queue of many jobs at once, without evidence of each: one audit entry says how many. The
 * queue that fulfils our orders is refused, for its jobs are orders.
 */
public final class JobClearance {
    private final Database database;
    private final AuditLog audit;
    private final TriageQueues queues;

    /**
     * Which jobs to clean away.
     *
     * @param age only what ended, or was added, longer ago
     * @param most at most so many
     */
    public record Cleaning(JobState state, Duration age, int most) {}

    public JobClearance(Database database, AuditLog audit, TriageQueues queues) {
        this.database = database;
        this.audit = audit;
        this.queues = queues;
    }

    /**
     * Removes all that waits.
     *
     * @param delayedToo also what is due later
     * @return how many were removed
     * @throws Refusal {@code not_found}; {@code has_orders} for our own queue; {@code invalid} without a reason
     */
    public long drain(String name, boolean delayedToo, String reason, Progress progress) {
        JobQueue queue = foreign(name, reason);
        note(name, "jobs.drain", reason, Map.of("delayed", delayedToo), Map.of());
        long removed = queue.drain(delayedToo, progress);
        note(name, "jobs.drained", reason, Map.of(), Map.of("removed", removed));
        return removed;
    }

    /**
     * Removes jobs of a state that are older than the given age.
     *
     * @return how many were removed
     * @throws Refusal as {@link #drain}
     */
    public long clean(String name, Cleaning what, String reason, Progress progress) {
        JobQueue queue = foreign(name, reason);
        note(name, "jobs.clean", reason,
                Map.of("state", what.state().text(), "older_than_ms", what.age().toMillis()), Map.of());
        long removed = queue.clean(what.state(), what.age(), what.most(), progress).size();
        note(name, "jobs.cleaned", reason, Map.of("state", what.state().text()), Map.of("removed", removed));
        return removed;
    }

    private JobQueue foreign(String name, String reason) {
        Cancellations.requireReason(reason);
        JobQueue queue = queues.open(name);
        if (queues.isFulfilment(name)) {
            throw new Refusal("has_orders", "The jobs of " + name + " are orders: cancel or discard them one by one.");
        }
        return queue;
    }

    /** Before anything is removed, and again when it is done: an end in between leaves the first. */
    private void note(String name, String action, String reason, Map<String, ?> before, Map<String, ?> after) {
        database.transaction(tx -> {
            audit.write(tx, new AuditEntry(null, action, "jobs", name, reason, before, after));
            return null;
        });
    }
}
