package dev.callboard.orders;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobSync;
import dev.callboard.jobs.JobSyncResult;
import dev.callboard.jobs.JobTarget;
import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.outbox.OutboxEffect;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.outbox.OutboxRow;
import dev.callboard.postgres.Transaction;

/** Delivers rows for jobs: brings the job to what the order wanted in that round (protocol, rule 22). */
public final class JobEffect implements OutboxEffect {
    /** Well below the time that Postgres lets a transaction stand idle: a slow Redis must not undo the whole batch. */
    private static final Duration AT_MOST = Duration.ofSeconds(1);
    private static final Duration WHILE_ACTIVE = Duration.ofSeconds(1);

    private final JobQueue queue;
    private final FulfilmentJob job;
    private final FailedJobs failures;
    private final Signals signals;

    public JobEffect(JobQueue queue, FulfilmentJob job, FailedJobs failures, Signals signals) {
        this.queue = queue;
        this.job = job;
        this.failures = failures;
        this.signals = signals;
    }

    @Override
    public OutboxKind kind() {
        return OutboxKind.JOB;
    }

    @Override
    public List<Outcome> apply(Transaction tx, List<OutboxRow> rows) {
        List<Outcome> outcomes = new ArrayList<>();
        long end = System.nanoTime() + AT_MOST.toNanos();
        for (OutboxRow row : rows) {
            if (System.nanoTime() > end) {
                outcomes.add(new Later(Duration.ZERO, "more rows than time"));
                continue;
            }
            UUID order = UUID.fromString(row.key());
            int round = row.payload().get("round").asInt();
            JobSyncResult result = new JobSync(queue).apply(Order.jobId(order), round,
                    target(tx, order, round, row.payload().get("want").asText()));
            outcomes.add(
                    result == JobSyncResult.LATER ? new Later(WHILE_ACTIVE, "a worker holds the job") : new Done());
        }
        signals.changed(Topic.jobs(queue.name()));
        return outcomes;
    }

    private JobTarget target(Transaction tx, UUID order, int round, String want) {
        return switch (want) {
            case "RUN" -> new JobTarget.Run(job.of(order, round));
            case "GONE" -> new JobTarget.Gone();
            case "FAILED" -> failures.lastFailure(tx, order).<JobTarget>map(JobTarget.Failed::new)
                    .orElseThrow(() -> new IllegalStateException("no evidence of the failure of order " + order));
            default -> throw new IllegalStateException("unknown wish for a job: " + want);
        };
    }
}
