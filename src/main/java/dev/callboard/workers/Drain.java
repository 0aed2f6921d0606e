package dev.callboard.workers;

import java.time.Duration;

import dev.callboard.jobs.JobCounts;
import dev.callboard.jobs.JobQueue;
import dev.callboard.orders.ReservationExpiry;
import dev.callboard.outbox.Outbox;
import dev.callboard.postgres.Database;

/**
 * Waits until nothing is left to do: no job runnable or delayed, no outbox row but those set apart or waiting for a
 * mail server, no reservation overdue.
 */
public final class Drain {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Database database;
    private final Outbox outbox;
    private final JobQueue queue;
    private final ReservationExpiry expiry;

    public Drain(Database database, Outbox outbox, JobQueue queue, ReservationExpiry expiry) {
        this.database = database;
        this.outbox = outbox;
        this.queue = queue;
        this.expiry = expiry;
    }

    /** Returns when all is done; duties run elsewhere meanwhile. */
    public void await() throws InterruptedException {
        while (!(expiry.expireDue(50) == 0 && isDry() && isDry())) {
            Thread.sleep(LOOK_EVERY);
        }
    }

    /** A finished job may leave an outbox row and a delivered row may leave a job: two dry looks in a row are needed. */
    private boolean isDry() {
        return isQueueIdle() && database.transaction(outbox::openInside) == 0 && !expiry.isAnyOverdue();
    }

    private boolean isQueueIdle() {
        JobCounts counts = queue.counts();
        return queue.isPaused() ? counts.active() == 0 : counts.isIdle();
    }
}
