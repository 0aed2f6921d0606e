package dev.callboard.orders;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobTarget;
import dev.callboard.postgres.Database;

/**
 * Puts back the jobs of orders that want work and whose job Redis has lost (protocol, rule 24). Done once too often it
 * is harmless: a job whose order is done is skipped by the worker.
 */
public final class JobRepair {
    private static final int BATCH = 200;
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(JobRepair.class);

    private final Database database;
    private final JobQueue queue;
    private final FulfilmentJob job;
    private final JobRepairStore store = new JobRepairStore();

    public JobRepair(Database database, JobQueue queue, FulfilmentJob job) {
        this.database = database;
        this.queue = queue;
        this.job = job;
    }

    /**
     * Looks at every PAID or PROCESSING order of which no outbox row is on its way.
     *
     * @return how many jobs were put back
     */
    public int putBackLost() {
        int putBack = 0;
        List<JobRepairStore.Unfinished> batch;
        UUID last = FIRST_ID;
        do {
            UUID after = last;
            batch = database.transaction(tx -> store.unfinished(tx, after, BATCH));
            for (JobRepairStore.Unfinished order : batch) {
                last = order.id();
                if (isLost(queue.find(Order.jobId(order.id())))) {
                    LOG.warn("the job of order {} was lost and is put back", order.id());
                    queue.repair(Order.jobId(order.id()), order.round(),
                            new JobTarget.Run(job.of(order.id(), order.round())));
                    putBack++;
                }
            }
        } while (batch.size() == BATCH);
        return putBack;
    }

    private static boolean isLost(Optional<JobSnapshot> found) {
        return found.isEmpty() || found.get().missing() || switch (found.get().state()) {
            case COMPLETED, UNKNOWN -> true;
            case WAITING, ACTIVE, DELAYED, PRIORITIZED, WAITING_CHILDREN, FAILED -> false;
        };
    }
}
