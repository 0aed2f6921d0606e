package dev.callboard.jobs;

import java.time.Duration;

/** What a handler says about a job when it is through with it. */
public sealed interface JobOutcome {

    /** The work is done. */
    record Completed(String returnvalueJson) implements JobOutcome {}

    /**
     * This attempt failed and counts; try again after the job's own backoff, or after the given wait.
     *
     * @param stack the failure's stack trace as text, or null
     * @param delay null for the backoff of the job's options
     */
    record Retry(String error, String stack, Duration delay) implements JobOutcome {
        public Retry(String error, String stack) {
            this(error, stack, null);
        }
    }

    /** This attempt failed, counts, and was the last: into the failed set. */
    record FailedForGood(String error, String stack) implements JobOutcome {}

    /**
     * Back into the failed set where it came from; no attempt is counted.
     *
     * @param stacktraceJson the stack traces to show, JSON array of texts, or null to leave what is stored
     * @param failedAtMillis its old place, ms since the epoch, or null for now
     */
    record Refailed(String error, String stacktraceJson, Long failedAtMillis) implements JobOutcome {}

    /**
     * Not now: back to waiting, or delayed; no attempt is counted.
     *
     * @param delay zero for back to waiting
     */
    record GiveBack(Duration delay) implements JobOutcome {}
}
