package dev.callboard.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private final LostJobStore store = new LostJobStore();

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

    /** FAILED orders whose job is not among these failed jobs and nowhere else, at most {@value #MOST_SHOWN}. */
    List<FailedJob> missing(JobQueue queue, Set<String> failedJobs) {
        List<String> candidates = orders.failedIds().stream().map(Order::jobId)
                .filter(job -> !failedJobs.contains(job)).limit(MOST_SHOWN).toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        List<UUID> lost = new MissingJobs(queue).among(candidates).stream().map(FulfilmentJob::orderOf).toList();
        return fromEvidence(queue, orders.these(lost).stream().filter(order -> order.state() == OrderState.FAILED)
                .toList());
    }

    /** FAILED orders for which somebody waits. */
    Set<UUID> waitedFor() {
        return Set.copyOf(database.transaction(store::waitedFor));
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
