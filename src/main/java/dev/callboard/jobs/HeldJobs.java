package dev.callboard.jobs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs in hand, and the renewal of their locks. */
final class HeldJobs {
    private static final Logger LOG = LoggerFactory.getLogger(HeldJobs.class);
    private static final int LOCKS_PER_CALL = 500;

    private final JobQueue queue;
    private final Duration lock;
    private final Map<String, HeldJob> byToken = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    HeldJobs(JobQueue queue, Duration lock) {
        this.queue = queue;
        this.lock = lock;
    }

    void take(HeldJob job) {
        byToken.put(job.token(), job);
    }

    void putAway(HeldJob job) {
        byToken.remove(job.token());
        if (waiting.get() > 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    int count() {
        return byToken.size();
    }

    List<HeldJob> all() {
        return List.copyOf(byToken.values());
    }

    /** Waits until nothing is in hand, or for the given time. */
    boolean awaitNone(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!byToken.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            await(left, true);
        }
        return true;
    }

    /** Waits until a job is put away, or for the given time. */
    void awaitNews(Duration longest) throws InterruptedException {
        await(Math.max(1, longest.toMillis()), false);
    }

    private synchronized void await(long millis, boolean whileHeld) throws InterruptedException {
        waiting.incrementAndGet();
        try {
            // looked at after whoever puts a job away can see that somebody waits
            if (!whileHeld || !byToken.isEmpty()) {
                wait(millis);
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Renews every lock; a job whose lock is gone is given up. Called on a thread that no job can block. */
    void renew() {
        List<HeldJob> held = all();
        for (int from = 0; from < held.size(); from += LOCKS_PER_CALL) {
            renew(held.subList(from, Math.min(from + LOCKS_PER_CALL, held.size())));
        }
    }

    private void renew(List<HeldJob> held) {
        long before = System.nanoTime();
        List<Object> arguments = new ArrayList<>();
        arguments.add(lock.toMillis());
        held.forEach(job -> {
            arguments.add(job.id());
            arguments.add(job.token());
        });
        Set<Object> lost = Set.copyOf(queue.scripts().run("renew", queue.keys().meta(), arguments.toArray()));
        for (HeldJob job : held) {
            if (!lost.contains(job.token())) {
                job.renewed(before);
            } else if (byToken.containsKey(job.token()) && !job.isBeingPutAway()) {
                LOG.warn("job {} of {}: the lock is lost", job.id(), queue.name());
                job.giveUp();
            }
        }
    }
}
