package dev.callboard.faults;

import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import dev.callboard.TestShop;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobKey;

/** Somebody at the triage who retries or cancels whatever failed, as it was seen when the list was read. */
final class AdminHand {
    private final TestShop shop;
    private final Promises promises;
    private final Random dice;

    AdminHand(TestShop shop, long seed, Promises promises) {
        this.shop = shop;
        this.promises = promises;
        this.dice = new Random(seed);
    }

    /** Reads the list once and acts on each of it. @param retries how many of a hundred are retried */
    void round(int retries) {
        for (FailedJob job : failed()) {
            boolean isRetried = dice.nextInt(100) < retries;
            if (job.order() != null) {
                attempt(() -> act(job, isRetried));
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private void act(FailedJob job, boolean isRetried) {
        JobKey key = new JobKey(TestShop.QUEUE, job.id());
        if (isRetried) {
            shop.actions.retry(key, job.seen());
        } else if (shop.actions.cancel(key, job.seen(), "cannot be delivered").result().isSuccess()) {
            promises.cancelled.add(job.order().uuid());
        }
    }

    private List<FailedJob> failed() {
        List<FailedJob>[] seen = new List[]{List.of()};
        attempt(() -> seen[0] = shop.cases.freeze(TestShop.QUEUE, null));
        return seen[0];
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (Unavailable | Refusal ordinary) {
            // seen again in the next round, if it is still there
            LockSupport.parkNanos(50_000_000);
        } catch (RuntimeException failure) {
            promises.surprise("triage", failure);
        }
    }
}
