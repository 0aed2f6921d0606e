package dev.callboard.jobs;

/** Does the work of a job. Called on a thread that does nothing else meanwhile, at most {@code concurrency} at once. */
@FunctionalInterface
public interface JobHandler {
    /**
     * Handles the job and says what becomes of it. Only the handler decides when attempts are used up: a
     * {@link JobOutcome.Retry} is always obeyed.
     *
     * @throws Exception counts as a failed attempt, see {@link #threw}
     */
    JobOutcome handle(ActiveJob job) throws Exception;

    /**
     * A job that must fail without running: it stalled too often, or a child of it failed. Whoever keeps records of its
     * own writes there first.
     */
    default JobOutcome unrun(ActiveJob job) {
        return new JobOutcome.FailedForGood(job.deferredFailure(), null);
    }

    /** What {@link #handle} or {@link #unrun} threw: again while the job has attempts, then failed for good. */
    default JobOutcome threw(ActiveJob job, String error, String stack) {
        return job.attemptsMade() + 1 < job.maxAttempts()
                ? new JobOutcome.Retry(error, stack)
                : new JobOutcome.FailedForGood(error, stack);
    }
}
