package dev.callboard.triage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.audit.Act;
import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.JobActionResult;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.orders.Orders;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Unavailable;
import dev.callboard.triage.ActionResult.Result;

/**
 * Retries, cancels, discards and promotes jobs, one by one. For an order's job the order row decides, in the round in
 * which the person saw it; for anybody else's job its place in Redis does. Evidence and audit come first.
 */
public final class JobActions {
    private final Database database;
    private final PromptDelivery prompt;
    private final OrderTransitions transitions;
    private final Cancellations cancellations;
    private final AuditLog audit;
    private final Cancellations.CaseFiles files;

    public JobActions(Database database, PromptDelivery prompt, OrderTransitions transitions,
            Cancellations cancellations, AuditLog audit, Cancellations.CaseFiles files) {
        this.database = database;
        this.prompt = prompt;
        this.transitions = transitions;
        this.cancellations = cancellations;
        this.audit = audit;
        this.files = files;
    }

    /** Runs a failed job again with all its attempts. */
    public ActionResult retry(JobKey key) {
        return orderOf(key).map(order -> retry(key, order, Act.person(), nothing -> {}))
                .orElseGet(() -> retryForeign(key));
    }

    /** As {@link #retry(JobKey)}, but only where the order is still as it was seen. */
    public ActionResult retry(JobKey key, OrderRound seen) {
        return retry(key, seen, Act.person(), nothing -> {});
    }

    /** As above. @param alongside works in the retry's own transaction, and only where the retry happens */
    ActionResult retry(JobKey key, OrderRound seen, Act act, Consumer<Transaction> alongside) {
        return orderOf(key)
                .map(order -> order.round() == seen.round() ? retry(key, order, act, alongside) : moved(key, order))
                .orElseGet(() -> ActionResult.of(key.id(), Result.GONE, "The order is gone."));
    }

    /** Runs a failed job of somebody else's again, but only where it is still the failure that was seen. */
    ActionResult retry(JobKey key, Instant failedAt) {
        return hasFailedAgain(key, failedAt) ? failedAgain(key) : retryForeign(key);
    }

    private ActionResult retry(JobKey key, Order order, Act act, Consumer<Transaction> alongside) {
        if (order.state() != OrderState.FAILED) {
            return moved(key, order);
        }
        JobSnapshot job = snapshot(key).orElse(null);
        PromptDelivery.Answer<Optional<Integer>> answer = prompt.run((tx, rows) -> {
            Optional<Integer> round = transitions.retry(tx, rows, order.uuid(), order.round(), act);
            round.ifPresent(moved -> alongside.accept(tx));
            if (round.isPresent() && job != null) {
                files.evidence().keep(tx, "retry", key.queue(), job, new OrderRound(order.uuid(), order.round()));
            }
            return round;
        });
        return answer.value().isPresent()
                ? ActionResult.done(key.id(), Result.RETRIED, "Order " + order.number() + " is PAID and runs again.",
                        answer.pending())
                : moved(key, files.orders().find(order.uuid()).orElseThrow());
    }

    private ActionResult retryForeign(JobKey key) {
        JobQueue queue = files.queues().open(key.queue());
        return onFailedJob(queue, key, "retry", null, () -> queue.retry(key.id()), Result.RETRIED, "runs again");
    }

    /** Cancels the order of a failed job, with everything it took given back. */
    public ActionResult cancel(JobKey key, String reason) {
        Cancellations.requireReason(reason);
        files.queues().open(key.queue());
        return orderOf(key).map(order -> cancel(key, new OrderRound(order.uuid(), order.round()), order,
                Act.person(reason), nothing -> {}))
                .orElseGet(() -> withoutOrder(key));
    }

    /** As {@link #cancel(JobKey, String)}, but only where the order is still as it was seen. */
    public ActionResult cancel(JobKey key, OrderRound seen, String reason) {
        return cancel(key, seen, Act.person(reason), nothing -> {});
    }

    /** As above. @param alongside works in the cancel's own transaction, and only where the cancel happens */
    ActionResult cancel(JobKey key, OrderRound seen, Act act, Consumer<Transaction> alongside) {
        Cancellations.requireReason(act.reason());
        return orderOf(key).map(order -> cancel(key, seen, order, act, alongside)).orElseGet(() -> withoutOrder(key));
    }

    private ActionResult cancel(JobKey key, OrderRound seen, Order order, Act act, Consumer<Transaction> alongside) {
        if (order.state() != OrderState.FAILED) {
            return moved(key, order);
        }
        return cancellations.cancelFailed(seen, act, alongside)
                .map(done -> new ActionResult(key.id(), Result.CANCELLED, "Order " + order.number() + " is CANCELLED.",
                        done.returned(), done.released(), done.pending()))
                .orElseGet(() -> moved(key, files.orders().find(order.uuid()).orElseThrow()));
    }

    private ActionResult withoutOrder(JobKey key) {
        return snapshot(key).isPresent()
                ? ActionResult.of(key.id(), Result.REFUSED, "This job has no order to cancel: discard it.")
                : ActionResult.of(key.id(), Result.GONE, "There is neither a job nor evidence of one.");
    }

    /** Removes a job for good, keeping its evidence; refused while its order is not done. */
    public ActionResult discard(JobKey key, String reason) {
        Cancellations.requireReason(reason);
        JobQueue queue = files.queues().open(key.queue());
        Optional<Order> order = orderOf(key);
        if (order.isPresent() && !order.get().state().isDone()) {
            return ActionResult.of(key.id(), Result.REFUSED,
                    "Order " + order.get().number() + " is " + order.get().state() + ": cancel it instead.");
        }
        Optional<JobSnapshot> job = queue.find(key.id());
        if (job.isEmpty()) {
            return order.map(done -> moved(key, done))
                    .orElseGet(() -> ActionResult.of(key.id(), Result.GONE, "There is no such job."));
        }
        keep(key, "discard", job.get(), reason);
        JobActionResult done = queue.remove(key.id());
        noteFailure(key, "discard", done);
        return answer(key.id(), done, Result.DISCARDED, "Removed; its evidence is kept.");
    }

    /** As above, but only where it is still the failure that was seen. */
    ActionResult discard(JobKey key, Instant failedAt, String reason) {
        return hasFailedAgain(key, failedAt) ? failedAgain(key) : discard(key, reason);
    }

    private boolean hasFailedAgain(JobKey key, Instant failedAt) {
        return failedAt != null && files.queues().open(key.queue()).find(key.id()).map(JobSnapshot::at)
                .filter(at -> !at.equals(failedAt)).isPresent();
    }

    private static ActionResult failedAgain(JobKey key) {
        return ActionResult.of(key.id(), Result.MOVED, "The job has run again meanwhile.");
    }

    /** Makes a delayed job due now. */
    public ActionResult promote(JobKey key) {
        JobQueue queue = files.queues().open(key.queue());
        JobActionResult done = queue.promote(key.id());
        if (done == JobActionResult.DONE) {
            note(key, "job.promote", null);
        }
        return answer(key.id(), done, Result.PROMOTED, "Due now.");
    }

    private ActionResult onFailedJob(JobQueue queue, JobKey key, String action, String reason,
            java.util.function.Supplier<JobActionResult> act, Result success, String message) {
        Optional<JobSnapshot> job = queue.find(key.id());
        if (job.isEmpty()) {
            return ActionResult.of(key.id(), Result.GONE, "There is no such job.");
        }
        if (job.get().state() != JobState.FAILED) {
            return ActionResult.of(key.id(), Result.MOVED, "The job is " + job.get().state().text() + ".");
        }
        keep(key, action, job.get(), reason);
        JobActionResult done = act.get();
        noteFailure(key, action, done);
        return answer(key.id(), done, success, "The job " + message + ".");
    }

    private void keep(JobKey key, String action, JobSnapshot job, String reason) {
        database.transaction(tx -> {
            files.evidence().keep(tx, action, key.queue(), job, null);
            audit.write(tx, JobAudit.asked(key, action, job, reason));
            return null;
        });
    }

    private void noteFailure(JobKey key, String action, JobActionResult done) {
        if (done != JobActionResult.DONE) {
            database.transaction(tx -> {
                audit.write(tx, JobAudit.cameToNothing(key, action, done));
                return null;
            });
        }
    }

    private void note(JobKey key, String action, String reason) {
        database.transaction(tx -> {
            audit.write(tx, new AuditEntry(null, action, "job", key.subject(), reason, Map.of(), Map.of()));
            return null;
        });
    }

    static ActionResult answer(String id, JobActionResult done, Result success, String message) {
        return switch (done) {
            case DONE -> ActionResult.of(id, success, message);
            case MOVED -> ActionResult.of(id, Result.MOVED, "The job has moved meanwhile.");
            case GONE -> ActionResult.of(id, Result.GONE, "There is no such job.");
            case LOCKED -> ActionResult.of(id, Result.REFUSED, "A worker holds this job.");
            case LINKED -> ActionResult.of(id, Result.REFUSED, "This job belongs to a parent or a schedule.");
        };
    }

    private static ActionResult moved(JobKey key, Order order) {
        return ActionResult.of(key.id(), Result.MOVED, "Order " + order.number() + " is " + order.state() + ".");
    }

    private Optional<Order> orderOf(JobKey key) {
        UUID order = files.queues().isFulfilment(key.queue()) ? FulfilmentJob.orderOf(key.id()) : null;
        return order == null ? Optional.empty() : files.orders().find(order);
    }

    /** The job as Redis has it; empty where it has none or is away: its failure was kept when it failed. */
    private Optional<JobSnapshot> snapshot(JobKey key) {
        try {
            return files.queues().open(key.queue()).find(key.id());
        } catch (Unavailable redisIsAway) {
            return Optional.empty();
        }
    }
}
