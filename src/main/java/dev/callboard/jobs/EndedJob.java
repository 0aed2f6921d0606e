package dev.callboard.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A job and what its handler said of it.
 *
 * @param isAgain true where Redis did not take what was said first; its hand has another job by now
 */
record EndedJob(HeldJob job, JobOutcome outcome, boolean isAgain) {

    EndedJob(HeldJob job, JobOutcome outcome) {
        this(job, outcome, false);
    }

    /** @param keepCompleted completed jobs to keep where the job does not say, -1 for all */
    EndingWay way(long keepCompleted) {
        return switch (outcome) {
            case JobOutcome.Completed _ -> finished("completed", "", true, "",
                    or(job.options().keepCompleted(), KeepPolicy.newest(keepCompleted)));
            case JobOutcome.FailedForGood(String error, String stack) -> finished("failed", traces(error, stack), true,
                    "", or(job.options().keepFailed(), KeepPolicy.ALL));
            case JobOutcome.Refailed(_, String stacks, Long at) -> finished("failed", text(stacks), false,
                    at == null ? "" : at.toString(), KeepPolicy.ALL);
            case JobOutcome.Retry(String error, String stack, Duration delay) -> back(traces(error, stack), true,
                    delay == null
                            ? job.options().backoff().after(job.attemptsMade() + 1, ThreadLocalRandom.current())
                            : delay);
            case JobOutcome.GiveBack(Duration delay) -> back("", false, delay);
        };
    }

    /** The return value (JSON) of a completed job, the reason of any other, or nothing. */
    String value() {
        return switch (outcome) {
            case JobOutcome.Completed(String value) -> json(value);
            case JobOutcome.FailedForGood(String error, _) -> text(error);
            case JobOutcome.Refailed(String error, _, _) -> text(error);
            case JobOutcome.Retry(String error, _, _) -> text(error);
            case JobOutcome.GiveBack _ -> "";
        };
    }

    /** About how much it adds to a call, in letters. */
    int size() {
        return 200 + switch (outcome) {
            case JobOutcome.Completed(String value) -> text(value).length();
            case JobOutcome.FailedForGood(String error, String stack) -> text(error).length() + text(stack).length();
            case JobOutcome.Refailed(String error, String stacks, Long _) -> text(error).length()
                    + text(stacks).length();
            case JobOutcome.Retry(String error, String stack, Duration _) -> text(error).length()
                    + text(stack).length();
            case JobOutcome.GiveBack _ -> 0;
        };
    }

    private EndingWay finished(String set, String stacks, boolean counts, String moment, KeepPolicy keep) {
        return new EndingWay(set, stacks, counts, moment, job.maxAttempts(), keep, job.attemptsMade(),
                job.wasFresh());
    }

    private EndingWay back(String stacks, boolean counts, Duration delay) {
        return new EndingWay("back", stacks, counts, String.valueOf(delay.toMillis()), job.options().lifo() ? 1 : 0,
                KeepPolicy.ALL, job.attemptsMade(), job.wasFresh());
    }

    private String traces(String error, String stack) {
        return Stacktraces.with(job.storedStacktrace(), stack == null ? text(error) : stack,
                job.options().stackTraceLimit());
    }

    private static KeepPolicy or(KeepPolicy asked, KeepPolicy otherwise) {
        return asked == null ? otherwise : asked;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** One return value that is not JSON stops every listener of BullMQ for good. */
    private static String json(String value) {
        if (value == null) {
            return "null";
        }
        return JobProducer.isJson(value) ? value : OptionsJson.JSON.getNodeFactory().textNode(value).toString();
    }
}
