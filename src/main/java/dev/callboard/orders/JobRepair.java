package dev.callboard.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.jobs.JobPage;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobSync;
import dev.callboard.jobs.JobTarget;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;

/**
 * Compares orders with their jobs and brings the jobs where the orders want them (protocol, rule 24). Only orders of
 * which no outbox row is on its way; each job again by the order's round, so that doing it once too often is harmless.
 */
public final class JobRepair {
    private static final int BATCH = 200;
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(JobRepair.class);

    private final Database database;
    private final JobQueue queue;
    private final JobSync jobs;
    private final FulfilmentJob job;
    private final FailedJobs failures;
    private final JobRepairStore store = new JobRepairStore();
    private String olderFailed;

    public JobRepair(Database database, JobQueue queue, FulfilmentJob job, FailedJobs failures) {
        this.database = database;
        this.queue = queue;
        this.jobs = new JobSync(queue);
        this.job = job;
        this.failures = failures;
    }

    /**
     * An order that wants work and whose job of this very round lies in the failed set: somebody else failed it.
     *
     * @param round and {@code run} as seen; the order has moved where they are no longer so
     */
    public record FailedOutside(UUID order, int round, int run, JobSnapshot job) {}

    /** Puts back the jobs of PAID and PROCESSING orders that are missing, completed, or failed in an older round. */
    public int putBackLost() {
        List<UUID> putBack = new ArrayList<>();
        each(store::unfinished, order -> {
            Optional<JobSnapshot> found = queue.find(Order.jobId(order.id()));
            if (isLost(found) || isFailed(found) && !isOfRound(found.get(), order.round())) {
                LOG.warn("the job of order {} was lost and is put back", order.id());
                jobs.repair(Order.jobId(order.id()), order.round(),
                        new JobTarget.Run(job.of(order.id(), order.round())));
                putBack.add(order.id());
            }
        });
        return putBack.size();
    }

    /** Jobs that somebody failed behind the back of their orders; the orders must become FAILED. */
    public List<FailedOutside> failedOutside() {
        List<FailedOutside> outside = new ArrayList<>();
        each(store::unfinished, order -> queue.find(Order.jobId(order.id()))
                .filter(found -> found.state() == JobState.FAILED && isOfRound(found, order.round()))
                .ifPresent(found -> outside.add(new FailedOutside(order.id(), order.round(), order.run(), found))));
        return outside;
    }

    /**
     * Jobs of orders that are done leave the failed set, with a note. Each call looks at the newest of the set and at as
     * many older ones, further down than the call before, and from the top again after the oldest.
     *
     * @param most jobs of each
     */
    public synchronized int settleFinished(int most) {
        JobPage newest = queue.page(JobState.FAILED, null, most, null);
        String next = olderFailed == null ? newest.next() : olderFailed;
        int settled = settle(newest);
        if (next != null) {
            JobPage older = queue.page(JobState.FAILED, next, most, null);
            settled += settle(older);
            olderFailed = older.next();
        }
        return settled;
    }

    private int settle(JobPage failed) {
        List<UUID> ids = failed.jobs().stream().map(found -> FulfilmentJob.orderOf(found.id())).filter(Objects::nonNull)
                .toList();
        List<JobRepairStore.Seen> done = ids.isEmpty() ? List.of() : database.transaction(tx -> store.done(tx, ids));
        done.forEach(order -> jobs.repair(Order.jobId(order.id()), order.round(),
                new JobTarget.Completed("the order is " + order.state())));
        return done.size();
    }

    /** Lays the jobs of FAILED orders that Redis lost back into the failed set, from their evidence. */
    public int layBackFailed() {
        List<UUID> laidBack = new ArrayList<>();
        each(store::failed, order -> {
            Optional<JobSnapshot> found = queue.find(Order.jobId(order.id()));
            if (found.isEmpty() || found.get().missing()) {
                database.transaction(tx -> failures.lastFailure(tx, order.id())).ifPresent(failure -> {
                    jobs.repair(Order.jobId(order.id()), order.round(), new JobTarget.Failed(failure));
                    laidBack.add(order.id());
                });
            }
        });
        return laidBack.size();
    }

    private void each(Listing listing, Consumer<JobRepairStore.Seen> look) {
        List<JobRepairStore.Seen> batch;
        UUID last = FIRST_ID;
        do {
            UUID after = last;
            batch = database.transaction(tx -> listing.read(tx, after, BATCH));
            batch.forEach(look);
            last = batch.isEmpty() ? last : batch.getLast().id();
        } while (batch.size() == BATCH);
    }

    private interface Listing {
        List<JobRepairStore.Seen> read(Transaction tx, UUID after, int limit);
    }

    private static boolean isLost(Optional<JobSnapshot> found) {
        return found.isEmpty() || found.get().missing() || found.get().state() == JobState.COMPLETED
                || found.get().state() == JobState.UNKNOWN;
    }

    private static boolean isFailed(Optional<JobSnapshot> found) {
        return found.isPresent() && found.get().state() == JobState.FAILED;
    }

    private static boolean isOfRound(JobSnapshot job, int round) {
        return job.round() != null && job.round() == round;
    }
}
