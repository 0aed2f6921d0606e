package dev.callboard.sample;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.jobs.JobWorker;
import dev.callboard.outbox.Delivery;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/**
 * The worker behind a replay, and the one who mends what a lost Redis or a killed neighbour left undone, so that a
 * replay ends with the same figures whatever happens around it.
 */
final class ReplayWorker implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final Duration MEND_EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Logger LOG = LoggerFactory.getLogger(ReplayWorker.class);

    private final Database database;
    private final JobWorker worker;
    private final RetailReplay.Mending mending;
    private final RetailStore store = new RetailStore();

    ReplayWorker(Database database, JobWorker worker, RetailReplay.Mending mending) {
        this.database = database;
        this.worker = worker;
        this.mending = mending;
    }

    void start() {
        worker.start();
    }

    /**
     * Waits until every paid order is finished and Redis has heard of everything.
     *
     * @throws Refusal {@code stalled} where nothing moves for minutes
     */
    void finishAll() {
        long left = database.transaction(store::unfinished);
        long now = System.nanoTime();
        long moved = now;
        long mended = now;
        while (left > 0) {
            pause();
            long leftNow = database.transaction(store::unfinished);
            now = System.nanoTime();
            if (leftNow != left) {
                moved = now;
                left = leftNow;
            } else if (now - moved > PATIENCE.toNanos()) {
                throw new Refusal("stalled", left + " paid orders or their effects make no progress; is the queue "
                        + "paused, or Redis gone?");
            }
            if (left > 0 && now - Math.max(mended, moved) > MEND_EVERY.toNanos()) {
                mend();
                mended = now;
            }
        }
    }

    /** Tells Redis what it has not heard or has forgotten; where it is away, the next time does. */
    void mend() {
        try {
            mending.watch().check();
            while (mending.delivery().deliverDue() == Delivery.BATCH) {
                // the next batch
            }
            mending.repair().putBackLost();
        } catch (Unavailable away) {
            if (away.service() != Unavailable.Service.REDIS) {
                throw away;
            }
            LOG.warn("{}", away.getMessage());
        }
    }

    /** Waits a moment. */
    static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The replay was stopped.", stopped);
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
