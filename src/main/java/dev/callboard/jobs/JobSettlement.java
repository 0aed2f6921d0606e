package dev.callboard.jobs;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.refusals.Unavailable;

/** Writes what a handler said of its job; only while the job is ours. */
final class JobSettlement {
    private static final Logger LOG = LoggerFactory.getLogger(JobSettlement.class);
    private static final Duration REPEAT = Duration.ofMillis(500);
    private static final int MOST_REMOVALS = 1000;

    private final JobQueue queue;
    private final long keepCompleted;

    JobSettlement(JobQueue queue, long keepCompleted) {
        this.queue = queue;
        this.keepCompleted = keepCompleted;
    }

    /**
     * Puts the job where the outcome says. While Redis is away it is tried again for as long as the lock may hold;
     * saying it twice does no harm, since the lock is gone after the first time.
     *
     * @return false when the job was not ours any more and nothing was written
     */
    boolean settle(HeldJob job, JobOutcome outcome) {
        while (true) {
            try {
                return settleOnce(job, outcome);
            } catch (Unavailable away) {
                LOG.warn("job {} of {} cannot be put away yet: {}", job.id(), queue.name(), away.getMessage());
                LockSupport.parkNanos(REPEAT.toNanos());
            }
        }
    }

    /**
     * As {@link #settle}, but tried once.
     *
     * @throws Unavailable when Redis is away
     */
    boolean settleOnce(HeldJob job, JobOutcome outcome) {
        if (!job.stillMine()) {
            return false;
        }
        long code = switch (outcome) {
            case JobOutcome.Completed(String value) -> finish(job, "completed", json(value), "", true, "",
                    or(job.options().keepCompleted(), KeepPolicy.newest(keepCompleted)));
            case JobOutcome.FailedForGood(String error, String stack) -> finish(job, "failed", text(error),
                    traces(job, error, stack), true, "", or(job.options().keepFailed(), KeepPolicy.ALL));
            case JobOutcome.Refailed(String error, String stacks, Long at) -> finish(job, "failed", text(error),
                    text(stacks), false, at == null ? "" : at.toString(), KeepPolicy.ALL);
            case JobOutcome.Retry(String error, String stack, Duration delay) -> back(job,
                    delay == null
                            ? job.options().backoff().after(job.attemptsMade() + 1, ThreadLocalRandom.current())
                            : delay,
                    true, text(error), traces(job, error, stack));
            case JobOutcome.GiveBack(Duration delay) -> back(job, delay, false, "", "");
        };
        if (code != 0) {
            LOG.warn("job {} of {} was not ours any more ({}): nothing written", job.id(), queue.name(), code);
        }
        return code == 0;
    }

    private long finish(HeldJob job, String set, String value, String stacks, boolean counts, String at,
            KeepPolicy keep) {
        return queue.scripts().runForLong("finish", queue.keys().meta(), job.id(), job.token(), set, value, stacks,
                counts ? "1" : "0", at, job.maxAttempts(), keep.count(),
                keep.age() == null ? -1 : keep.age().toSeconds(), MOST_REMOVALS);
    }

    private long back(HeldJob job, Duration delay, boolean counts, String error, String stacks) {
        return queue.scripts().runForLong("back", queue.keys().meta(), job.id(), job.token(), delay.toMillis(),
                counts ? "1" : "0", error, stacks, job.options().lifo() ? "1" : "0");
    }

    private static String traces(HeldJob job, String error, String stack) {
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
