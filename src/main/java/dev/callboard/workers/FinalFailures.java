package dev.callboard.workers;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.callboard.audit.Alerts;
import dev.callboard.jobs.ActiveJob;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.JobRepair;
import dev.callboard.orders.Order;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.triage.Evidence;
import dev.callboard.triage.OrderRound;

/**
 * An order that failed for good: state, evidence and one alert in one transaction, before Redis hears of it.
 */
public final class FinalFailures {
    private final Database database;
    private final Fulfilment fulfilment;
    private final JobQueue queue;
    private final Records records;
    private final AlertTargets alerts;

    /** Where a failure is written down. */
    public record Records(Evidence evidence, Alerts alerts, Outbox outbox) {}

    /** @param alerts who is told */
    public FinalFailures(Database database, Fulfilment fulfilment, JobQueue queue, Records records,
            AlertTargets alerts) {
        this.database = database;
        this.fulfilment = fulfilment;
        this.queue = queue;
        this.records = records;
        this.alerts = alerts;
    }

    void fail(ActiveJob job, Fulfilment.TakenOver mine, String error, String stack) {
        JobSnapshot snapshot = snapshot(job);
        database.transaction(tx -> {
            fulfilment.fail(tx, mine, error);
            keep(tx, snapshot, job.attemptsMade() + 1, mine.order(), new Told(error, stack));
            return null;
        });
    }

    /** @return false where the order wants no work */
    boolean failWithoutRunning(ActiveJob job, UUID order, String error) {
        JobSnapshot snapshot = snapshot(job);
        return database.transaction(tx -> fulfilment.failWithoutRunning(tx, order, error).map(failed -> {
            keep(tx, snapshot, job.attemptsMade() + 1, failed, new Told(error, null));
            return true;
        }).orElse(false));
    }

    /**
     * The order of a job that somebody else failed becomes FAILED, in the generation in which it was seen.
     *
     * @return false where the order has moved since
     */
    boolean failedOutside(JobRepair.FailedOutside seen) {
        String error = seen.job().failedReason() == null ? "failed by another program" : seen.job().failedReason();
        return database.transaction(tx -> fulfilment
                .failAsSeen(tx, new Fulfilment.AsSeen(seen.order(), seen.round(), seen.run()), error).map(failed -> {
                    keep(tx, seen.job(), seen.job().attemptsMade(), failed, new Told(error, null));
                    return true;
                }).orElse(false));
    }

    private record Told(String error, String stack) {}

    private void keep(Transaction tx, JobSnapshot snapshot, int attempts, Order order, Told told) {
        String error = told.error();
        Evidence.Failure failure = new Evidence.Failure(error, told.stack(), fulfilment.failedAt(tx, order.uuid()));
        records.evidence().keepFailure(tx, queue.name(), snapshot, new OrderRound(order.uuid(), order.round()), failure,
                attempts);
        String message = "Order " + order.number() + " failed for good: " + error;
        boolean isNew = records.alerts().raise(tx, "order.failed", "order", order.uuid().toString(), order.round(),
                message);
        if (isNew) {
            tell(tx, order, error, message);
        }
    }

    private void tell(Transaction tx, Order order, String error, String message) {
        String id = order.uuid() + "-" + order.round();
        if (alerts.email() != null) {
            records.outbox().put(tx, OutboxKind.MAIL, order.uuid().toString(),
                    Map.of("to", alerts.email(), "subject", message.lines().findFirst().orElse(message), "text",
                            message + "\n", "messageId", "<alert-" + id + "@callboard>"));
        }
        if (alerts.webhook()) {
            records.outbox().put(tx, OutboxKind.WEBHOOK, order.uuid().toString(),
                    Map.of("id", "alert-" + id, "kind", "order.failed", "order", order.uuid().toString(), "number",
                            order.number(), "round", order.round(), "error", error, "message", message, "failed_at",
                            fulfilment.failedAt(tx, order.uuid()).toString()));
        }
    }

    private JobSnapshot snapshot(ActiveJob job) {
        return queue.find(job.id()).orElseGet(() -> new JobSnapshot(job.id(), JobState.ACTIVE, job.name(), job.data(),
                JobSnapshot.DataKind.TEXT, job.opts(), job.attemptsMade(), job.attemptsStarted(), 0, null, List.of(),
                List.of(), 0, null, null, null, null, 0, 0, null, null, null, null, job.round(), true, null, false));
    }
}
