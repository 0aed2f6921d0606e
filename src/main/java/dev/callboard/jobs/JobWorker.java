package dev.callboard.jobs;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import dev.callboard.refusals.Causes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes jobs from a queue and hands them to a handler, beside any workers of other languages.
 *
 * <p>The iterations of a schedule are left in the queue for workers that plan the next one.
 */
public final class JobWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final int STALLS_ALLOWED = 1;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final JobQueue queue;
    private final JobWorkerOptions options;
    private final JobHandler handler;
    private final Runnable putAway;
    private final HeldJobs held;
    private final WorkerTurns turns;
    private final JobExchange exchange;
    private final FetchLoop loop;
    private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2,
            Thread.ofPlatform().daemon().name("job-timers-", 1).factory());
    private final LongAdder processed = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private volatile boolean isOver;

    /** Builds a worker that does nothing before {@link #start}. */
    public JobWorker(JobQueue queue, JobWorkerOptions options, JobHandler handler) {
        this(queue, options, handler, () -> {});
    }

    /**
     * As above.
     *
     * @param putAway called after each job that this worker has put away, on the thread of some job; must be quick
     */
    public JobWorker(JobQueue queue, JobWorkerOptions options, JobHandler handler, Runnable putAway) {
        this.putAway = putAway;
        this.queue = queue;
        this.options = options;
        this.handler = handler;
        this.held = new HeldJobs(queue, options.lockDuration());
        this.turns = new WorkerTurns(queue, options);
        Semaphore hands = new Semaphore(options.concurrency());
        this.exchange = new JobExchange(turns, hands, held, this::begin, this::putAway);
        this.loop = new FetchLoop(queue, options, exchange, hands);
    }

    public void start() {
        long renewal = Math.max(1, options.lockDuration().toMillis() / 3);
        long sweep = options.stalledInterval().toMillis();
        timers.scheduleAtFixedRate(guarded("renew locks", held::renew), renewal, renewal, TimeUnit.MILLISECONDS);
        timers.scheduleWithFixedDelay(guarded("look for abandoned jobs", this::sweep), 0, sweep, TimeUnit.MILLISECONDS);
        loop.start();
    }

    private void begin(HeldJob job) {
        Thread.ofVirtual().name("jobs of " + queue.name()).start(() -> work(job));
    }

    /** One job after another: the thread that put one away goes on with one of those that it got for it. */
    private void work(HeldJob first) {
        HeldJob job = first;
        while (job != null && !isOver) {
            job.runsOn(Thread.currentThread());
            JobOutcome outcome = outcomeOf(job);
            job.ranOut();
            job = exchange.end(new EndedJob(job, outcome));
        }
        if (job != null) {
            giveBack(List.of(job));
        }
    }

    private JobOutcome outcomeOf(HeldJob job) {
        try {
            return job.deferredFailure() == null ? handler.handle(job) : handler.unrun(job);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError failure) {
            if (job.stillMine()) {
                LOG.warn("job {} of {}: its handler threw", job.id(), queue.name(), failure);
            }
            return afterThrowing(job, String.valueOf(failure.getMessage()), Causes.trace(failure));
        }
    }

    private JobOutcome afterThrowing(HeldJob job, String error, String stack) {
        try {
            return handler.threw(job, error, stack);
        } catch (RuntimeException failure) {
            LOG.warn("job {} of {}: its handler could not say what follows", job.id(), queue.name(), failure);
            return new JobOutcome.Retry(error, stack);
        }
    }

    private void putAway(EndedJob ended, boolean isWritten) {
        if (isWritten && ended.outcome() instanceof JobOutcome.Completed) {
            processed.increment();
        } else if (isWritten && ended.outcome() instanceof JobOutcome.FailedForGood) {
            failed.increment();
        }
        held.putAway(ended.job());
        try {
            putAway.run();
        } catch (RuntimeException failure) {
            LOG.warn("nobody could be told that job {} is put away", ended.job().id(), failure);
        }
    }

    private void sweep() {
        var back = queue.scripts().run("stalled", queue.keys().meta(), options.stalledInterval().toMillis(),
                STALLS_ALLOWED);
        if (!back.isEmpty()) {
            LOG.warn("{}: jobs whose worker is gone wait again: {}", queue.name(), back);
        }
    }

    private static Runnable guarded(String what, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.warn("could not {}: {}", what, failure.getMessage());
            }
        };
    }

    /** Takes no more jobs, lets those in hand end until the deadline, and gives the rest back uncounted. */
    public void stop(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        loop.stop(deadline);
        try {
            if (!held.awaitNone(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                giveBackAll();
            }
        } catch (InterruptedException hurried) {
            giveBackAll();
            Thread.currentThread().interrupt();
        }
        isOver = true;
        timers.shutdownNow();
        loop.close();
    }

    private void giveBackAll() {
        // first: what a call under way brings after this look is given back by whoever was to begin it
        isOver = true;
        giveBack(held.all().stream().filter(job -> !job.isBeingPutAway()).toList());
    }

    private void giveBack(List<HeldJob> jobs) {
        List<EndedJob> back = jobs.stream().filter(HeldJob::stillMine)
                .map(job -> new EndedJob(job, new JobOutcome.GiveBack(Duration.ZERO))).toList();
        back.forEach(job -> job.job().beingPutAway(true));
        try {
            for (int from = 0; from < back.size(); from += WorkerTurns.JOBS_PER_CALL) {
                turns.take(back.subList(from, Math.min(from + WorkerTurns.JOBS_PER_CALL, back.size())), 0);
            }
        } catch (RuntimeException failure) {
            // their locks expire, and the next sweep gives them to somebody
            LOG.warn("{}: {} jobs, or some of them, could not be given back", queue.name(), back.size(), failure);
        }
        for (HeldJob job : jobs) {
            job.giveUp();
            job.interrupt();
            held.putAway(job);
        }
    }

    /** Jobs that were put away as completed. */
    public long processed() {
        return processed.sum();
    }

    /** Jobs that were put away as failed for good. */
    public long failed() {
        return failed.sum();
    }

    /** Jobs in hand now. */
    public int active() {
        return held.count();
    }

    /**
     * Waits until nothing in the queue waits, runs or will be due.
     *
     * @return false when the time was up first
     */
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (held.count() > 0 || !queue.counts().isIdle()) {
            if (System.nanoTime() > end) {
                return false;
            }
            held.awaitNews(LOOK);
        }
        return true;
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(5));
    }
}
