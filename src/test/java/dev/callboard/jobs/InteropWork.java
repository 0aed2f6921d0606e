package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** What this engine's workers do in the tests with real BullMQ; the same as `agent.mjs` does. */
final class InteropWork {
    private InteropWork() {}

    private static JobOutcome work(ActiveJob job) {
        JsonNode data = OptionsJson.JSON.convertValue(read(job.data()), JsonNode.class);
        if (data.path("fatal").asBoolean()) {
            return new JobOutcome.FailedForGood("fatal", "Error: fatal");
        }
        if (job.attemptsMade() < data.path("failures").asInt()) {
            String error = "boom " + (job.attemptsMade() + 1);
            return job.attemptsMade() + 1 < job.maxAttempts()
                    ? new JobOutcome.Retry(error, "Error: " + error)
                    : new JobOutcome.FailedForGood(error, "Error: " + error);
        }
        return new JobOutcome.Completed("{\"by\":\"callboard\"}");
    }

    private static JsonNode read(String json) {
        try {
            return OptionsJson.JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    static JobWorker worker(TestQueue test, int concurrency) {
        return worker(test.queue, concurrency);
    }

    static JobWorker worker(JobQueue queue, int concurrency) {
        JobWorker worker = new JobWorker(queue, JobWorkerOptions.named("callboard").withConcurrency(concurrency)
                .withKeepCompleted(-1).withLocks(Duration.ofSeconds(2), Duration.ofSeconds(1)), InteropWork::work);
        worker.start();
        return worker;
    }

    static Map<String, Object> job(String name, Map<String, Object> data, Map<String, Object> opts) {
        return Map.of("name", name, "data", data, "opts", opts);
    }

    static List<String> heard(NodeParty node, String kind) {
        List<String> ids = new ArrayList<>();
        node.ask("heard").forEach(event -> {
            assertThat(event.path("kind").asText()).isNotEqualTo("error");
            if (event.path("kind").asText().equals(kind)) {
                ids.add(event.path("jobId").asText());
            }
        });
        return ids;
    }
}
