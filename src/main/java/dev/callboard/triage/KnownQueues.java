package dev.callboard.triage;

import java.time.Duration;
import java.util.List;

import dev.callboard.jobs.QueueOverview;
import dev.callboard.refusals.Refusal;

/**
 * Which job queues there are, for one reader: looking for them goes through all keys of Redis, so that happens only now
 * and then, or where one that was known is gone.
 */
public final class KnownQueues {
    private static final Duration KNOWN_FOR = Duration.ofSeconds(10);

    private final JobCases cases;
    private List<String> names = List.of();
    private long foundNanos = Long.MIN_VALUE;

    public KnownQueues(JobCases cases) {
        this.cases = cases;
    }

    /** Every queue as it stands now, by name. */
    public List<QueueOverview> overviews() {
        if (isRecent()) {
            try {
                return names.stream().map(cases::queue).toList();
            } catch (Refusal gone) {
                foundNanos = Long.MIN_VALUE;
            }
        }
        List<QueueOverview> found = cases.queues();
        names = found.stream().map(QueueOverview::name).toList();
        foundNanos = System.nanoTime();
        return found;
    }

    /** How many jobs failed for good, in all queues together. */
    public long failed() {
        if (isRecent()) {
            try {
                return cases.failed(names);
            } catch (Refusal gone) {
                foundNanos = Long.MIN_VALUE;
            }
        }
        overviews();
        return cases.failed(names);
    }

    /** The names that are known. */
    public List<String> names() {
        return names;
    }

    private boolean isRecent() {
        return foundNanos != Long.MIN_VALUE && System.nanoTime() - foundNanos < KNOWN_FOR.toNanos();
    }
}
