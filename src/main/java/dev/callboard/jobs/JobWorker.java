package dev.callboard.jobs;

import java.time.Duration;

/**
 * Takes jobs from a queue and hands them to a handler, beside any workers of other languages.
 *
 * <p>Jobs that belong to a parent, a schedule or a deduplication are left in the queue for workers that keep those
 * books.
 */
public final class JobWorker implements AutoCloseable {

    /** Builds a worker that does nothing before {@link #start}. */
    public JobWorker(JobQueue queue, JobWorkerOptions options, JobHandler handler) {}

    public void start() {
        throw new UnsupportedOperationException();
    }

    /** Takes no more jobs, lets those in hand end until the deadline, and gives the rest back uncounted. */
    public void stop(Duration deadline) {
        throw new UnsupportedOperationException();
    }

    /** Jobs that were put away as completed. */
    public long processed() {
        throw new UnsupportedOperationException();
    }

    /** Jobs that were put away as failed for good. */
    public long failed() {
        throw new UnsupportedOperationException();
    }

    /** Jobs in hand now. */
    public int active() {
        throw new UnsupportedOperationException();
    }

    /**
     * Waits until nothing in the queue waits, runs or will be due.
     *
     * @return false when the time was up first
     */
    public boolean awaitIdle(Duration timeout) throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        stop(Duration.ofSeconds(5));
    }
}
