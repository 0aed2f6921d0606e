package dev.callboard.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.MissingJobs;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.Orders;
import dev.callboard.postgres.Database;

/** FAILED orders whose job Redis has lost: shown from their evidence until the job is laid back. */
final class LostJobs {
    private static final int MOST_SHOWN = 2_000;

    private final Database database;
    private final Orders orders;
    private final Evidence evidence;

    LostJobs(Database database, Orders orders, Evidence evidence) {
        this.database = database;
        this.orders = orders;
        this.evidence = evidence;
    }

    /** Newest failure first, at most {@value #MOST_SHOWN}. @param match literal part, any case, or null */
    List<FailedJob> find(JobQueue queue, String match) {
        List<UUID> failed = orders.failedIds();
        List<UUID> lost = new MissingJobs(queue).among(failed.stream().map(Order::jobId).toList()).stream()
                .map(FulfilmentJob::orderOf).limit(MOST_SHOWN).toList();
        // what was retried or cancelled meanwhile is no longer lost
        List<Order> still = orders.these(lost).stream().filter(order -> order.state() == OrderState.FAILED)
                .sorted(Comparator.comparing(Order::failedAt).reversed()).toList();
        return fromEvidence(queue, still).stream().filter(job -> matches(job, match)).toList();
    }

    private List<FailedJob> fromEvidence(JobQueue queue, List<Order> missing) {
        if (missing.isEmpty()) {
            return List.of();
        }
        Map<UUID, EvidenceRow> rows = database
                .transaction(tx -> evidence.latestFailures(tx, missing.stream().map(Order::uuid).toList())).stream()
                .collect(Collectors.toMap(EvidenceRow::orderId, Function.identity()));
        return missing.stream().map(order -> fromEvidence(queue, order, rows.get(order.uuid()))).toList();
    }

    private static FailedJob fromEvidence(JobQueue queue, Order order, EvidenceRow row) {
        return new FailedJob(queue.name(), order.id().jobId(),
                row == null ? null : row.snapshot().path("name").asText(null),
                row == null ? 0 : row.snapshot().path("attempts").asInt(), order.failedAt(), order.failure(), order,
                true,
                false, row == null ? null : row.snapshot().path("data").asText(null));
    }

    private static boolean matches(FailedJob job, String match) {
        if (match == null || match.isEmpty()) {
            return true;
        }
        String wanted = match.toLowerCase(Locale.ROOT);
        return java.util.stream.Stream.of(job.id(), job.name(), job.error(), job.data())
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
