package dev.callboard.jobs;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
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

    /** Appends the eleven values that {@code parts/ending} describes. */
    void appendTo(List<Object> arguments, long keepCompleted) {
        switch (outcome) {
            case JobOutcome.Completed(String value) -> finish(arguments, "completed", json(value), "", true, "",
                    or(job.options().keepCompleted(), KeepPolicy.newest(keepCompleted)));
            case JobOutcome.FailedForGood(String error, String stack) -> finish(arguments, "failed", text(error),
                    traces(error, stack), true, "", or(job.options().keepFailed(), KeepPolicy.ALL));
            case JobOutcome.Refailed(String error, String stacks, Long at) -> finish(arguments, "failed", text(error),
                    text(stacks), false, at == null ? "" : at.toString(), KeepPolicy.ALL);
            case JobOutcome.Retry(String error, String stack, Duration delay) -> back(arguments,
                    delay == null
                            ? job.options().backoff().after(job.attemptsMade() + 1, ThreadLocalRandom.current())
                            : delay,
                    true, text(error), traces(error, stack));
            case JobOutcome.GiveBack(Duration delay) -> back(arguments, delay, false, "", "");
        }
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

    private void finish(List<Object> arguments, String set, String value, String stacks, boolean counts, String at,
            KeepPolicy keep) {
        Collections.addAll(arguments, job.id(), job.token(), set, value, stacks, counts ? "1" : "0", at,
                job.maxAttempts(), keep.count(), keep.age() == null ? -1 : keep.age().toSeconds(), job.attemptsMade());
    }

    private void back(List<Object> arguments, Duration delay, boolean counts, String error, String stacks) {
        Collections.addAll(arguments, job.id(), job.token(), "back", error, stacks, counts ? "1" : "0",
                delay.toMillis(), job.options().lifo() ? "1" : "0", -1, -1, job.attemptsMade());
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
