package dev.callboard.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.audit.AuditRow;
import dev.callboard.jobs.JobCounts;
import dev.callboard.jobs.JobChildren;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.orders.Order;
import dev.callboard.refusals.Refusal;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.EvidenceRow;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobCase;

/** How jobs, their queues and what was done to them are answered. */
final class JobAnswer {
    private JobAnswer() {}

    static Document of(QueueOverview queue) {
        JobCounts counts = queue.counts();
        return new Document().with("name", queue.name()).with("version", queue.version())
                .with("paused", queue.paused())
                .with("counts",
                        new Document().with("waiting", counts.waiting()).with("active", counts.active())
                                .with("delayed", counts.delayed()).with("prioritized", counts.prioritized())
                                .with("failed", counts.failed()).with("completed", counts.completed()))
                .with("workers", queue.workers());
    }

    /** @param failed true in a list of failed jobs: elsewhere the time is that of the state listed */
    static Document of(FailedJob job, boolean failed) {
        return new Document().with("id", job.id()).with("number", number(job.order())).with("name", job.name())
                .with("attempts", job.attempts())
                .with("failed_at", failed ? job.at() : null).withIf(!failed, "at", job.at()).with("error", job.error())
                .with("order", job.order() == null ? null : job.order().uuid())
                .withIf(job.lost(), "lost", true).withIf(job.missing(), "missing", true);
    }

    /** Its number is what screens call it; null for a job that is no order's. */
    private static Long number(Order order) {
        return order == null ? null : order.jobNumber();
    }

    static Document of(JobCase found) {
        Document answer = new Document().with("id", found.id()).with("number",
                found.order() == null ? null : number(found.order().order()));
        if (found.job() == null) {
            lost(answer, found);
        } else {
            present(answer, found.job());
        }
        return answer.with("order", found.order() == null ? null : found.order().order().uuid())
                .with("evidence", found.evidence().stream().map(JobAnswer::evidence).toList())
                .with("audit", found.audit().stream().map(JobAnswer::audit).toList());
    }

    private static void present(Document answer, JobSnapshot job) {
        answer.with("name", job.name()).with("state", job.state().text())
                .with("data", job.isDataJson() ? new Document.RawJson(job.data()) : job.data())
                .with("opts", raw(job.opts())).with("attempts", job.attemptsMade()).with("error", job.failedReason())
                .with("stacktrace", job.stacktrace()).with("logs", job.logs())
                .withIf(job.children() != null, "children", children(job.children()));
    }

    private static Document children(JobChildren children) {
        return children == null
                ? null
                : new Document().with("unfinished", kin(children.unfinished()))
                        .with("processed", kin(children.processed())).with("ignored", kin(children.ignored()))
                        .with("failed", kin(children.failed()));
    }

    private static Document kin(JobChildren.Kin kin) {
        return new Document().with("count", kin.count()).with("keys", kin.keys());
    }

    /** What the newest evidence says of a job that Redis has lost. */
    private static void lost(Document answer, JobCase found) {
        JsonNode snapshot = found.latestEvidence() == null ? null : found.latestEvidence().snapshot();
        answer.with("name", text(snapshot, "name")).with("state", "gone")
                .with("data", value(snapshot, "data")).with("opts", value(snapshot, "opts"))
                .with("attempts", value(snapshot, "attempts")).with("error", text(snapshot, "error"))
                .with("stacktrace", value(snapshot, "stacktrace")).with("logs", value(snapshot, "logs"));
    }

    private static Document evidence(EvidenceRow row) {
        return new Document().with("at", row.at()).with("actor", row.actor()).with("cause", row.cause())
                .with("round", row.round()).with("failed_at", row.failedAt()).with("error", row.error())
                .with("snapshot", new Document.RawJson(row.snapshot().toString()));
    }

    private static Document audit(AuditRow row) {
        return new Document().with("at", row.at()).with("actor", row.actor()).with("duty", row.duty())
                .with("action", row.action()).with("reason", row.reason())
                .with("before", new Document.RawJson(row.before().toString()))
                .with("after", new Document.RawJson(row.after().toString()));
    }

    /**
     * What was done to each; nothing done to any of them is exit code 1.
     *
     * @param wanted what was to be done to them
     * @param progress of the work, which may have been stopped
     * @param numbers that screens show for them, by id, as far as they have one
     */
    static Answer of(List<ActionResult> results, ActionResult.Result wanted, BatchProgress progress,
            Map<String, Long> numbers) {
        List<Document> documents = results.stream()
                .map(result -> new Document().with("id", result.id()).with("number", numbers.get(result.id()))
                        .with("result", word(result.result()))
                        .with("message", result.message()).with("returned", ProductAnswer.goods(result.returned()))
                        .with("released", ProductAnswer.goods(result.released()))
                        .withIf(result.pending(), "pending", true))
                .toList();
        boolean any = results.stream().anyMatch(result -> result.result().isSuccess());
        boolean pending = results.stream().anyMatch(ActionResult::pending);
        Document answer = new Document().with("results", documents).withIf(pending, "pending", true)
                .withIf(progress.isStopped(), "stopped", true);
        return any ? Answer.of(answer)
                : Answer.refused(answer, "Nothing was " + word(wanted) + ": " + why(results, progress, numbers));
    }

    static Answer ofRemoved(long removed, BatchProgress progress) {
        return Answer.of(new Document().with("removed", removed).withIf(progress.isStopped(), "stopped", true));
    }

    private static String word(ActionResult.Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    /** The first job's reason stands for those of the others, which the document has. */
    private static String why(List<ActionResult> results, BatchProgress progress, Map<String, Long> numbers) {
        if (results.isEmpty()) {
            return progress.isStopped() ? "it was stopped first." : "no failed job matches.";
        }
        ActionResult first = results.getFirst();
        String others = results.size() == 1 ? "" : " So it is with " + (results.size() - 1) + " more, each in its way.";
        Long number = numbers.get(first.id());
        return "job " + (number == null ? Refusal.shortened(first.id()) : number) + ": " + first.message() + others;
    }

    private static Object raw(String json) {
        return Stream.ofNullable(json).filter(text -> text.startsWith("{")).map(Document.RawJson::new).findFirst()
                .orElse(null);
    }

    private static String text(JsonNode snapshot, String field) {
        return snapshot == null ? null : snapshot.path(field).asText(null);
    }

    private static Object value(JsonNode snapshot, String field) {
        JsonNode value = snapshot == null ? null : snapshot.get(field);
        return value == null || value.isNull() ? null : new Document.RawJson(value.toString());
    }
}
