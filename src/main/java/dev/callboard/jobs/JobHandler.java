package dev.callboard.jobs;

/** Does the work of a job. Called on a thread of its own, at most {@code concurrency} at once. */
@FunctionalInterface
public interface JobHandler {
    /**
     * Handles the job and says what becomes of it. Only the handler decides when attempts are used up: a
     * {@link JobOutcome.Retry} is always obeyed.
     *
     * @throws Exception counts as {@link JobOutcome.Retry}
     */
    JobOutcome handle(ActiveJob job) throws Exception;
}
