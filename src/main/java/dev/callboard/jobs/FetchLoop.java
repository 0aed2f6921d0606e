package dev.callboard.jobs;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches jobs while hands are idle, and waits for news where there are none; busy hands fetch for themselves. */
final class FetchLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FetchLoop.class);
    private static final Duration HANDS_FULL = Duration.ofMillis(200);
    private static final Duration REDIS_AWAY = Duration.ofSeconds(1);
    private static final long LONGEST_WAIT = 5_000;
    private static final long LOOK_AGAIN = 1_000;
    private static final long THEIR_TURN = 100;

    private final JobQueue queue;
    private final JobExchange exchange;
    private final Marker marker;
    private final Semaphore hands;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final long drainDelay;
    private Thread thread;

    FetchLoop(JobQueue queue, JobWorkerOptions options, JobExchange exchange, Semaphore hands) {
        this.queue = queue;
        this.exchange = exchange;
        this.marker = new Marker(queue, options.workerName(), options.drainDelay());
        this.hands = hands;
        this.drainDelay = Math.clamp(options.drainDelay().toMillis(), 1, LONGEST_WAIT);
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("jobs of " + queue.name()).start(this::run);
    }

    private void run() {
        try {
            while (!isStopping()) {
                try {
                    round();
                } catch (RuntimeException failure) {
                    LOG.warn("{}: no jobs can be fetched: {}", queue.name(), failure.getMessage());
                    stopping.await(REDIS_AWAY.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        marker.open();
        if (!hands.tryAcquire()) {
            marker.passOn();
            if (!hands.tryAcquire(HANDS_FULL.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        int free = 1;
        while (free < WorkerTurns.JOBS_PER_CALL && hands.tryAcquire()) {
            free++;
        }
        FetchedJobs fetched = exchange.fetch(free);
        if (fetched.jobs().size() < free && !isStopping()) {
            waitForNews(fetched);
        }
    }

    private void waitForNews(FetchedJobs nothing) throws InterruptedException {
        if (nothing.limitedMillis() > 0) {
            stopping.await(Math.min(nothing.limitedMillis(), LONGEST_WAIT), TimeUnit.MILLISECONDS);
        } else if (nothing.leftForOthers()) {
            // the marker was set for them: they go first
            stopping.await(THEIR_TURN, TimeUnit.MILLISECONDS);
            marker.await(LOOK_AGAIN);
        } else {
            long due = nothing.dueInMillis() < 0 ? Long.MAX_VALUE : nothing.dueInMillis();
            marker.await(Math.min(due, drainDelay));
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Fetches no more; returns when the last fetch is answered, or after the given time. */
    void stop(Duration longest) {
        stopping.countDown();
        exchange.stop();
        marker.stop();
        if (thread != null) {
            try {
                thread.join(longest);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        marker.close();
    }
}
