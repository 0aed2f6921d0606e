package dev.callboard.console.triage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import dev.callboard.jobs.QueueOverview;
import dev.callboard.orders.FailedStake;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailedRow;
import dev.callboard.triage.FailureGroup;
import dev.callboard.triage.JobKey;
import dev.callboard.triage.SavedFilter;

/**
 * What Triage shows.
 *
 * @param question what was asked for; an answer to an older question is not shown
 * @param queues every job queue, by name
 * @param contents every failed job that is known, newest first
 * @param total how many failed jobs there are, known or not
 * @param matching those that the filter means, newest first
 * @param shown the first of those, with their orders as they stand now
 * @param groups kinds of error, the largest first
 * @param filters the filters that this login keeps
 */
record TriageSnapshot(Instant asOf, Question question, List<QueueOverview> queues, List<FailedRow> contents, long total,
        List<FailedRow> matching, List<FailedJob> shown, List<FailureGroup> groups, FailedStake stake,
        List<CountedFilter> filters) {

    /**
     * Which failed jobs to read.
     *
     * @param limit how many rows at most
     * @param stopped true where no further jobs are to be read
     */
    record Question(TriageFilter filter, int limit, boolean stopped) {}

    /**
     * A filter that is kept.
     *
     * @param filter null id for one that everybody has
     * @param count how many it means now; negative where it cannot be read
     */
    record CountedFilter(SavedFilter filter, long count) {}

    /** Every failed job as it is known now, by queue and id. */
    Map<JobKey, FailedJob> present() {
        Map<JobKey, FailedJob> byKey = new HashMap<>(contents.size() * 2);
        contents.forEach(row -> byKey.put(row.job().key(), row.job()));
        shown.forEach(job -> byKey.put(job.key(), job));
        return byKey;
    }

    /** True where the job is still there, failed in the round in which it was seen. */
    boolean has(FailedJob seen) {
        return Stream.concat(shown.stream(), contents.stream().map(FailedRow::job))
                .filter(seen::isSameAs).findFirst()
                .filter(job -> seen.order() == null ? Objects.equals(job.at(), seen.at())
                        : seen.seen().equals(job.seen()))
                .isPresent();
    }

    /** The job that a full key of Redis names; empty where its queue is none of these. */
    Optional<JobKey> keyOf(String fullKey) {
        return queues.stream().map(QueueOverview::name).filter(queue -> fullKey.contains(":" + queue + ":")).findFirst()
                .map(queue -> new JobKey(queue,
                        fullKey.substring(fullKey.indexOf(":" + queue + ":") + queue.length() + 2)));
    }

    boolean isComplete() {
        return contents.size() >= total;
    }

    Optional<FailureGroup> group(String fingerprint) {
        return groups.stream().filter(group -> group.fingerprint().equals(fingerprint)).findFirst();
    }
}
