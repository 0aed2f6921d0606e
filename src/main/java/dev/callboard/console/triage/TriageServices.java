package dev.callboard.console.triage;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import dev.callboard.console.triage.runs.RunServices;
import dev.callboard.jobs.JobGroup;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.orders.Orders;
import dev.callboard.triage.BulkRuns;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.JobList;

/**
 * What Triage asks of the shop.
 *
 * @param wake lets this console's runner look for runs at once
 * @param now the server's time
 */
public record TriageServices(JobCases cases, JobActions actions, Cancellations cancellations, Orders orders,
        BulkRuns runs, Runnable wake, Supplier<Instant> now) {

    RunServices runServices() {
        return new RunServices(runs, cancellations, wake, now);
    }

    TriageSnapshot read(TriageSnapshot.Question question) {
        List<QueueOverview> queues = cases.queues();
        Instant at = now.get();
        String chosen = chosen(question, queues);
        if (chosen == null) {
            return new TriageSnapshot(at, question, queues, new JobList(List.of(), null, 0), List.of(),
                    orders.failedStake());
        }
        JobList jobs = cases.list(chosen, JobState.FAILED, question.match().isBlank() ? null : question.match(),
                question.limit(), null);
        List<JobGroup> groups = cases.groups(chosen);
        return new TriageSnapshot(at, new TriageSnapshot.Question(chosen, question.match(), question.limit()), queues,
                jobs, groups, orders.failedStake());
    }

    private static String chosen(TriageSnapshot.Question question, List<QueueOverview> queues) {
        if (question.queue() != null) {
            return question.queue();
        }
        return queues.stream().max(Comparator.comparingLong(queue -> queue.counts().failed())).map(QueueOverview::name)
                .orElse(null);
    }
}
