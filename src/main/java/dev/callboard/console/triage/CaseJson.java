package dev.callboard.console.triage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.callboard.jobs.JobSnapshot;
import dev.callboard.triage.JobCase;

/** A job as text that other programs read, with what is private hidden as it is on the screen. */
final class CaseJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseJson() {}

    static String of(JobCase found) {
        ObjectNode node = JSON.createObjectNode().put("queue", found.queue()).put("id", found.id());
        JobSnapshot job = found.job();
        if (job != null) {
            node.put("name", job.name()).put("state", job.state().text()).put("data", job.data())
                    .put("opts", job.opts()).put("attempts", job.attemptsMade()).put("error", job.failedReason());
            job.stacktrace().forEach(node.putArray("stacktrace")::add);
            job.logs().forEach(node.putArray("logs")::add);
        } else if (found.latestEvidence() != null) {
            node.set("evidence", found.latestEvidence().snapshot());
        }
        if (found.order() != null) {
            node.put("order", found.order().order().uuid().toString());
        }
        ArrayNode history = node.putArray("history");
        found.audit().forEach(row -> history.addObject().put("at", row.at().toString()).put("actor", row.actor())
                .put("duty", row.duty()).put("action", row.action()).put("reason", row.reason())
                .<ObjectNode>set("before", row.before()).set("after", row.after()));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(PayloadLines.withoutPrivate(node));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that cannot be written", impossible);
        }
    }
}
