package dev.callboard.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.refusals.Unavailable;

/**
 * Exchanges finished jobs for new ones, several per call.
 *
 * <p>Whoever finishes a job while a call is free makes it, at once; whoever finishes one meanwhile leaves it for the
 * next. So a batch forms by itself of what is finished at that moment, and a lone job never waits for others. Two calls
 * at once keep Redis busy while an answer is being read.
 */
final class JobExchange {
    private static final Logger LOG = LoggerFactory.getLogger(JobExchange.class);
    private static final Duration REPEAT = Duration.ofMillis(500);
    private static final int CALLS_AT_ONCE = 2;
    private static final int LETTERS_PER_CALL = 1_000_000;

    private final WorkerTurns turns;
    private final Consumer<HeldJob> begin;
    private final BiConsumer<EndedJob, Boolean> putAway;
    private final Queue<EndedJob> ended = new ConcurrentLinkedQueue<>();
    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);
    private final Semaphore hands;
    private final HeldJobs held;
    private volatile boolean stopping;
    private volatile long limitedUntil = System.nanoTime();

    /**
     * @param hands free hands; a job occupies one from its fetch until it is put away
     * @param held where a fetched job is noted before those that were put away leave it
     * @param begin starts a fetched job
     * @param putAway hears of each job that is out of hand, and whether what its handler said was written
     */
    JobExchange(WorkerTurns turns, Semaphore hands, HeldJobs held, Consumer<HeldJob> begin,
            BiConsumer<EndedJob, Boolean> putAway) {
        this.turns = turns;
        this.hands = hands;
        this.held = held;
        this.begin = begin;
        this.putAway = putAway;
    }

    /** Fetches only. The hands are the caller's, who has taken them; those that stay empty are freed. */
    FetchedJobs fetch(int free) {
        FetchedJobs fetched;
        try {
            fetched = turns.take(List.of(), free).fetched();
        } catch (RuntimeException failure) {
            hands.release(free);
            throw failure;
        }
        fetched.jobs().forEach(held::take);
        begin(fetched, free, 0);
        return fetched;
    }

    /**
     * Puts a job away, and whatever else is finished by now, on this thread or on that of somebody doing so.
     *
     * @return a fetched job for the caller to go on with, or null
     */
    HeldJob end(EndedJob job) {
        ended.add(job);
        HeldJob next = null;
        while (!ended.isEmpty() && calls.tryAcquire()) {
            HeldJob fetched = next;
            next = null;
            boolean isRedisAway = false;
            try {
                if (fetched != null) {
                    // no job waits for a call that is not its own
                    begin.accept(fetched);
                }
                next = turn();
            } catch (Unavailable away) {
                LOG.warn("finished jobs cannot be put away yet: {}", away.getMessage());
                isRedisAway = true;
            } catch (RuntimeException refused) {
                // those jobs stay in hand nowhere: their locks expire and the next sweep gives them to somebody
                LOG.error("finished jobs could not be put away", refused);
            } finally {
                calls.release();
            }
            if (isRedisAway) {
                LockSupport.parkNanos(REPEAT.toNanos());
            }
        }
        return next;
    }

    /** One call. Returns one of the fetched jobs, not begun, or null. */
    private HeldJob turn() {
        List<EndedJob> batch = batch();
        if (batch.isEmpty()) {
            return null;
        }
        int busy = handsOf(batch);
        int free = busy + takeHands(WorkerTurns.JOBS_PER_CALL - batch.size());
        boolean isFetching = !stopping && System.nanoTime() - limitedUntil >= 0;
        Turn turn;
        try {
            turn = turns.take(batch, isFetching ? free : 0);
        } catch (Unavailable away) {
            hands.release(free - busy);
            batch.forEach(job -> job.job().beingPutAway(false));
            ended.addAll(batch);
            throw away;
        } catch (RuntimeException refused) {
            hands.release(free);
            batch.forEach(job -> putAway.accept(job, false));
            throw refused;
        }
        turn.fetched().jobs().forEach(held::take);
        settle(batch, turn.codes());
        return begin(turn.fetched(), free, 1);
    }

    /** How many hands these jobs occupy until they are put away. */
    private static int handsOf(List<EndedJob> batch) {
        int busy = 0;
        for (EndedJob job : batch) {
            busy += job.isAgain() ? 0 : 1;
        }
        return busy;
    }

    /** What is finished now and still ours. */
    private List<EndedJob> batch() {
        List<EndedJob> batch = new ArrayList<>();
        int letters = 0;
        while (batch.size() < WorkerTurns.JOBS_PER_CALL && letters < LETTERS_PER_CALL) {
            EndedJob next = ended.poll();
            if (next == null) {
                break;
            }
            if (next.job().stillMine()) {
                next.job().beingPutAway(true);
                batch.add(next);
                letters += next.size();
            } else {
                hands.release(next.isAgain() ? 0 : 1);
                putAway.accept(next, false);
            }
        }
        return batch;
    }

    private int takeHands(int most) {
        int taken = Math.min(most, hands.availablePermits());
        return taken > 0 && hands.tryAcquire(taken) ? taken : 0;
    }

    /** Tells what became of each; some are to be said again in other words. */
    private void settle(List<EndedJob> batch, List<Integer> codes) {
        for (int at = 0; at < batch.size(); at++) {
            EndedJob job = batch.get(at);
            int code = codes.get(at);
            if (code == Turn.UNFINISHED_CHILDREN || code == Turn.FAILED_CHILDREN) {
                ended.add(new EndedJob(job.job(), insteadOfCompleted(job.job(), code), true));
            } else {
                if (code != 0) {
                    LOG.warn("job {} was not ours any more ({}): nothing written", job.job().id(), code);
                }
                putAway.accept(job, code == 0);
            }
        }
    }

    /** Unfinished children may be through by the next attempt; a failed one stays so. */
    private static JobOutcome insteadOfCompleted(HeldJob job, int code) {
        if (code == Turn.FAILED_CHILDREN) {
            return new JobOutcome.FailedForGood("The job has failed children and cannot be completed.", null);
        }
        String error = "The job has unfinished children and cannot be completed.";
        return job.attemptsMade() + 1 < job.maxAttempts()
                ? new JobOutcome.Retry(error, null)
                : new JobOutcome.FailedForGood(error, null);
    }

    /** Begins what was fetched, but for so many as are left to the caller; answers the last of those, or null. */
    private HeldJob begin(FetchedJobs fetched, int free, int left) {
        if (fetched.limitedMillis() > 0) {
            limitedUntil = System.nanoTime() + Duration.ofMillis(fetched.limitedMillis()).toNanos();
        }
        int begun = Math.max(0, fetched.jobs().size() - left);
        fetched.jobs().subList(0, begun).forEach(begin);
        hands.release(free - fetched.jobs().size());
        return begun < fetched.jobs().size() ? fetched.jobs().getLast() : null;
    }

    /** Fetches no more; finished jobs are put away as before. */
    void stop() {
        stopping = true;
    }
}
