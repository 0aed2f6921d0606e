package dev.callboard.console.triage;

import java.time.Instant;
import java.util.List;

import dev.callboard.jobs.JobGroup;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.orders.FailedStake;
import dev.callboard.triage.JobList;

/**
 * What Triage shows.
 *
 * @param question what was asked for; an answer to an older question is not shown
 * @param queues every job queue, by name
 * @param jobs failed jobs of the chosen queue that match, newest first
 * @param groups the chosen queue's kinds of error, the largest first
 */
record TriageSnapshot(Instant asOf, Question question, List<QueueOverview> queues, JobList jobs, List<JobGroup> groups,
        FailedStake stake) {

    /**
     * Which failed jobs to read.
     *
     * @param queue or null for the first that has any
     * @param match literal text, or empty
     * @param limit how many rows at most
     */
    record Question(String queue, String match, int limit) {}

    long failed() {
        return queues.stream().mapToLong(queue -> queue.counts().failed()).sum();
    }
}
