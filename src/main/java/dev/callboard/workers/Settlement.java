package dev.callboard.workers;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.FailedState;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.orders.FailedJobs;
import dev.callboard.orders.Order;
import dev.callboard.orders.Orders;
import dev.callboard.postgres.Database;

/**
 * Where a job belongs whose order wants no work of this worker (protocol, rules 18 and 20): whoever holds the lock puts
 * it there, or nobody would.
 */
public final class Settlement {
    private final Database database;
    private final Orders orders;
    private final FailedJobs failures;
    private final AuditLog audit;

    public Settlement(Database database, Orders orders, FailedJobs failures, AuditLog audit) {
        this.database = database;
        this.orders = orders;
        this.failures = failures;
        this.audit = audit;
    }

    JobOutcome of(UUID id) {
        Optional<Order> order = orders.find(id);
        if (order.isEmpty()) {
            return new JobOutcome.FailedForGood("There is no order " + id, null);
        }
        return switch (order.get().state()) {
            case COMPLETED, CANCELLED, EXPIRED, RESERVED, PAYMENT_PENDING ->
                new JobOutcome.Completed("{\"note\":\"nothing to do, the order is " + order.get().state() + "\"}");
            case PAID, PROCESSING -> new JobOutcome.GiveBack(Duration.ZERO);
            case FAILED -> refailed(order.get());
        };
    }

    private JobOutcome refailed(Order order) {
        Optional<FailedState> failure = database.transaction(tx -> {
            audit.write(tx, new AuditEntry("worker", "job.back_to_failed", "order", order.uuid().toString(),
                    "its job ran although the order is FAILED", Map.of(), Map.of()));
            return failures.lastFailure(tx, order.uuid());
        });
        return new JobOutcome.Refailed(order.failure(), failure.map(FailedState::stacktraceJson).orElse(null),
                order.failedAt().toEpochMilli());
    }
}
