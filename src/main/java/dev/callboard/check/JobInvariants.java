package dev.callboard.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.check.JobTruthStore.Wish;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.postgres.Database;

/**
 * What always holds between orders and their jobs in Redis. An order is judged only where it stood still around the look
 * at Redis, with no news for its job on the way. A FAILED order whose job is lost breaks nothing: triage shows it from
 * its evidence.
 */
final class JobInvariants {
    private static final Set<JobState> RUNNABLE = Set.of(JobState.ACTIVE, JobState.WAITING, JobState.PRIORITIZED,
            JobState.DELAYED);

    private final Database database;
    private final JobQueue queue;
    private final JobTruthStore store = new JobTruthStore();

    private JobInvariants(Database database, JobQueue queue) {
        this.database = database;
        this.queue = queue;
    }

    static List<Invariant> of(Database database, JobQueue queue) {
        JobInvariants jobs = new JobInvariants(database, queue);
        return List.of(new LiveInvariant("jobs.each_paid_order_has_its_job", jobs::withoutJob),
                new LiveInvariant("jobs.failed_order_has_no_completed_job", jobs::failedButCompleted),
                new LiveInvariant("jobs.finished_order_has_no_failed_job", jobs::finishedButFailed));
    }

    private Map<String, String> withoutJob() {
        return lasting(List.of(), "has no job that will run", wishes -> {
            Set<UUID> runnable = RUNNABLE.stream().flatMap(this::orders).collect(Collectors.toSet());
            // a job that changed its place between two lists stands in neither: it is looked at by itself
            return wishes.filter(wish -> wish.isUnfinished() && !runnable.contains(wish.id())
                    && !RUNNABLE.contains(stateOf(wish.id())));
        });
    }

    private Map<String, String> failedButCompleted() {
        return lasting(List.of(), "has a completed job", wishes -> {
            Set<UUID> completed = orders(JobState.COMPLETED).collect(Collectors.toSet());
            return wishes.filter(wish -> wish.state() == OrderState.FAILED && completed.contains(wish.id()));
        });
    }

    private Map<String, String> finishedButFailed() {
        Set<UUID> failed = orders(JobState.FAILED).collect(Collectors.toSet());
        return lasting(failed, "has a failed job", wishes -> wishes.filter(wish -> wish.state().isDone()
                && failed.contains(wish.id()) && stateOf(wish.id()) == JobState.FAILED));
    }

    /** Reads what orders want, lets Redis be looked at, and reads again: whoever moved meanwhile is not accused. */
    private Map<String, String> lasting(Collection<UUID> alsoOf, String accusation,
            UnaryOperator<Stream<Wish>> suspects) {
        Map<UUID, Wish> before = database.transaction(tx -> store.wishes(tx, alsoOf));
        List<Wish> suspected = suspects.apply(before.values().stream().filter(wish -> !wish.untold())).toList();
        Map<String, String> lasting = new HashMap<>();
        if (!suspected.isEmpty()) {
            Map<UUID, Wish> after = database
                    .transaction(tx -> store.wishes(tx, suspected.stream().map(Wish::id).toList()));
            suspected.stream().filter(wish -> wish.equals(after.get(wish.id())))
                    .forEach(wish -> lasting.put(wish.id().toString(),
                            "order %d is %s and %s".formatted(wish.number(), wish.state(), accusation)));
        }
        return lasting;
    }

    private Stream<UUID> orders(JobState state) {
        return queue.ids(state, null).stream().map(FulfilmentJob::orderOf).filter(Objects::nonNull);
    }

    private JobState stateOf(UUID order) {
        return queue.find(Order.jobId(order)).filter(job -> !job.missing()).map(JobSnapshot::state)
                .orElse(JobState.UNKNOWN);
    }
}
