package dev.callboard.triage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callboard.jobs.FailedState;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.orders.FailedJobs;
import dev.callboard.postgres.Transaction;
import dev.callboard.triage.EvidenceStore.NewRow;

/** Keeps jobs as they were, before anything touches them in Redis (law 8). */
public final class Evidence implements FailedJobs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final EvidenceStore store = new EvidenceStore();

    /** What a failure in the very moment adds to a job that is still active. */
    public record Failure(String error, String stack, Instant at) {}

    /**
     * Keeps a job that fails for good, before Redis says so.
     *
     * @param attemptsMade attempts made, this one included
     */
    public void keepFailure(Transaction tx, String queue, JobSnapshot job, OrderRound order, Failure failure,
            int attemptsMade) {
        ObjectNode snapshot = snapshot(job);
        snapshot.put("state", "failed").put("error", failure.error()).put("attempts", attemptsMade);
        if (failure.stack() != null) {
            snapshot.withArray("stacktrace").add(failure.stack());
        }
        store.insert(tx, List.of(new NewRow("failed", new JobKey(queue, job.id()), order, failure.at(),
                failure.error(), snapshot.toString())));
    }

    /** Keeps a job before an action; @param cause {@code retry}, {@code cancel} or {@code discard} */
    public void keep(Transaction tx, String cause, String queue, JobSnapshot job, OrderRound order) {
        store.insert(tx, List.of(row(cause, queue, job, order)));
    }

    /** As {@link #keep} for many jobs of nobody's order. */
    void keepAll(Transaction tx, String cause, String queue, Collection<JobSnapshot> jobs) {
        store.insert(tx, jobs.stream().map(job -> row(cause, queue, job, null)).toList());
    }

    private static NewRow row(String cause, String queue, JobSnapshot job, OrderRound order) {
        return new NewRow(cause, new JobKey(queue, job.id()), order, job.finishedAt(), job.failedReason(),
                snapshot(job).toString());
    }

    /** Evidence of one job, oldest first. */
    public List<EvidenceRow> of(Transaction tx, JobKey job) {
        return store.of(tx, job);
    }

    /** Which of these ids of that queue have any evidence. */
    Set<String> known(Transaction tx, String queue, Collection<String> ids) {
        return store.known(tx, queue, ids);
    }

    @Override
    public Optional<FailedState> lastFailure(Transaction tx, UUID order) {
        return store.latestFailure(tx, order).map(Evidence::failedState);
    }

    Optional<EvidenceRow> latestFailure(Transaction tx, UUID order) {
        return store.latestFailure(tx, order);
    }

    List<EvidenceRow> latestFailures(Transaction tx, List<UUID> orders) {
        return store.latestFailures(tx, orders);
    }

    private static FailedState failedState(EvidenceRow row) {
        JsonNode job = row.snapshot();
        return new FailedState(job.path("name").asText(), job.path("data").asText("{}"),
                job.path("opts").asText("{}"), row.error() == null ? "" : row.error(),
                job.path("stacktrace").isArray() ? job.path("stacktrace").toString() : "[]",
                job.path("attempts").asInt(), row.failedAt().toEpochMilli());
    }

    private static ObjectNode snapshot(JobSnapshot job) {
        ObjectNode node = JSON.createObjectNode();
        node.put("name", job.name()).put("state", job.state().text()).put("data", job.data()).put("opts", job.opts())
                .put("attempts", job.attemptsMade()).put("error", job.failedReason())
                .put("missing", job.missing());
        job.stacktrace().forEach(node.putArray("stacktrace")::add);
        job.logs().forEach(node.putArray("logs")::add);
        return node;
    }
}
