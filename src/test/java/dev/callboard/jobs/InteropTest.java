package dev.callboard.jobs;

import static dev.callboard.jobs.InteropWork.heard;
import static dev.callboard.jobs.InteropWork.job;
import static dev.callboard.jobs.InteropWork.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Real BullMQ, both majors, and this engine take turns on the same queues. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void nodeAddsAndJavaWorksAndNodeHearsEachStepOnce(int major, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String queue = test.queue.name();
            node.ask("listen", "queue", queue);
            JsonNode added = node.ask("add", "queue", queue, "jobs", List.of(
                    job("plain", Map.of("n", 1), Map.of()),
                    job("own id", Map.of("n", 2), Map.of("jobId", "mine")),
                    job("first", Map.of("n", 3), Map.of("priority", 3)),
                    job("late", Map.of("n", 4), Map.of("delay", 400)),
                    job("twice", Map.of("failures", 2),
                            Map.of("attempts", 3, "backoff", Map.of("type", "exponential", "delay", 20))),
                    job("hopeless", Map.of("failures", 9), Map.of("attempts", 2)),
                    job("fatal", Map.of("fatal", true), Map.of("attempts", 5)),
                    job("forgotten", Map.of("n", 8), Map.of("removeOnComplete", true))));
            List<String> ids = new ArrayList<>();
            added.forEach(id -> ids.add(id.asText()));
            try (JobWorker worker = worker(test, 3)) {
                await().atMost(LONG).until(() -> worker.processed() + worker.failed() == 8);
                assertThat(node.ask("workers", "queue", queue)).hasSize(1);
            }
            await().atMost(LONG).until(() -> heard(node, "completed").size() == 6);
            assertThat(heard(node, "completed")).containsExactlyInAnyOrder(ids.get(0), ids.get(1), ids.get(2),
                    ids.get(3), ids.get(4), ids.get(7));
            assertThat(heard(node, "failed")).containsExactlyInAnyOrder(ids.get(5), ids.get(6));
            assertThat(heard(node, "retries-exhausted")).containsExactly(ids.get(5));
            assertThat(heard(node, "active")).hasSize(8 + 2 + 1);
            JsonNode twice = node.ask("job", "queue", queue, "id", ids.get(4));
            assertThat(twice.path("state").asText()).isEqualTo("completed");
            assertThat(twice.path("attemptsMade").asInt()).isEqualTo(3);
            assertThat(twice.path("returnvalue").path("by").asText()).isEqualTo("callboard");
            assertThat(twice.path("stacktrace")).hasSize(2);
            assertThat(node.ask("job", "queue", queue, "id", ids.get(7)).isNull()).isTrue();
            assertThat(test.queue.counts()).isEqualTo(new JobCounts(0, 0, 0, 0, 0, 5, 2));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void javaAddsAndNodeWorksAndJavaRetries(int major, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String queue = test.queue.name();
            List<String> ids = test.queue.addAll(List.of(TestQueue.job("{\"n\":1}"),
                    NewJob.of("mine", "mine", "{}", JobOptions.DEFAULT.withPriority(4)),
                    NewJob.of("late", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofMillis(300))),
                    NewJob.of("twice", null, "{\"failures\":1}",
                            JobOptions.DEFAULT.withAttempts(3, Backoff.fixed(Duration.ofMillis(20)))),
                    NewJob.of("once", null, "{\"failures\":1}", JobOptions.DEFAULT)));
            node.ask("work", "queue", queue);
            await().atMost(LONG).until(() -> test.queue.counts().completed() == 4 && test.queue.counts().failed() == 1);
            JobSnapshot failed = test.queue.find(ids.get(4)).orElseThrow();
            assertThat(failed.state()).isEqualTo(JobState.FAILED);
            assertThat(failed.failedReason()).isEqualTo("boom 1");
            assertThat(failed.stacktrace()).hasSize(1);
            assertThat(test.queue.editData(ids.get(4), "{\"mended\":true}")).isEqualTo(JobActionResult.DONE);
            assertThat(test.queue.retry(ids.get(4))).isEqualTo(JobActionResult.DONE);
            await().atMost(LONG).until(() -> test.queue.counts().completed() == 5);
            JsonNode mended = node.ask("job", "queue", queue, "id", ids.get(4));
            assertThat(mended.path("attemptsMade").asInt()).isEqualTo(1);
            assertThat(test.queue.overview().workers()).isPositive();
        }
    }
}
