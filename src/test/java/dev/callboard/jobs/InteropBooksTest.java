package dev.callboard.jobs;

import static dev.callboard.jobs.InteropWork.job;
import static dev.callboard.jobs.InteropWork.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The books of flows, single jobs and schedules, kept together with real BullMQ. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropBooksTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void parentsWaitForTheirChildrenWhoeverWorks(int major, TestQueue test) {
        String queue = test.queue.name();
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            node.ask("listen", "queue", queue);
            String good = node.ask("flow", "tree", tree(queue, Map.of())).asText();
            String ignoring = node.ask("flow", "tree",
                    tree(queue, Map.of("ignoreDependencyOnFailure", true), true)).asText();
            String failing = node.ask("flow", "tree",
                    tree(queue, Map.of("failParentOnFailure", true), true)).asText();
            String waiting = node.ask("flow", "tree", tree(queue, Map.of(), true)).asText();
            assertThat(test.queue.counts().waitingChildren()).isEqualTo(4);
            try (JobWorker worker = worker(test, 3)) {
                await().atMost(LONG).until(() -> test.queue.counts().completed() == 3 + 2 + 1 + 1
                        && test.queue.counts().isIdle());
                assertThat(worker.processed()).isEqualTo(7);
                assertThat(worker.failed()).isEqualTo(3 + 1);
            }
            assertThat(node.ask("job", "queue", queue, "id", good).path("state").asText()).isEqualTo("completed");
            assertThat(test.hash(good + ":processed")).hasSize(2)
                    .containsValue("{\"by\":\"callboard\"}");
            assertThat(test.hash(ignoring + ":failed")).hasSize(1).containsValue("fatal");
            assertThat(node.ask("job", "queue", queue, "id", ignoring).path("state").asText()).isEqualTo("completed");
            JsonNode failed = node.ask("job", "queue", queue, "id", failing);
            assertThat(failed.path("state").asText()).isEqualTo("failed");
            assertThat(failed.path("failedReason").asText()).startsWith("child ").endsWith(" failed");
            assertThat(node.ask("job", "queue", queue, "id", waiting).path("state").asText())
                    .isEqualTo("waiting-children");
            assertThat(test.set("waiting-children")).containsOnlyKeys(waiting);
        }
    }

    private static Map<String, Object> tree(String queue, Map<String, Object> opts) {
        return tree(queue, opts, false);
    }

    private static Map<String, Object> tree(String queue, Map<String, Object> opts, boolean fatal) {
        return Map.of("name", "parent", "queueName", queue, "data", Map.of("isParent", true), "children", List.of(
                Map.of("name", "child", "queueName", queue, "data", Map.of("n", 1)),
                Map.of("name", "child", "queueName", queue, "data", Map.of("fatal", fatal), "opts", opts)));
    }

    @Test
    void aKindOfWhichThereIsOneAtATimeIsFreeAgainWhenJavaIsThrough(TestQueue test) throws InterruptedException {
        String queue = test.queue.name();
        try (NodeParty node = NodeParty.bullmq(6, test.port())) {
            Map<String, Object> single = Map.of("deduplication", Map.of("id", "one"));
            Map<String, Object> latest = Map.of("deduplication", Map.of("id", "last", "keepLastIfActive", true));
            String first = node.ask("addOne", "queue", queue, "name", "x", "data", Map.of(), "opts", single).asText();
            assertThat(node.ask("addOne", "queue", queue, "name", "x", "data", Map.of(), "opts", single).asText())
                    .isEqualTo(first);
            node.ask("addOne", "queue", queue, "name", "x", "data", Map.of("n", 1), "opts", latest);
            List<HeldJob> held = TestWork.fetched(test, JobWorkerOptions.named("w"), 2);
            node.ask("addOne", "queue", queue, "name", "x", "data", Map.of("n", 2), "opts", latest);
            node.ask("addOne", "queue", queue, "name", "x", "data", Map.of("n", 3), "opts", latest);
            held.forEach(job -> assertThat(TestWork.settled(test, job, new JobOutcome.Completed(null))).isTrue());

            assertThat(node.ask("addOne", "queue", queue, "name", "x", "data", Map.of(), "opts", single).asText())
                    .isNotEqualTo(first);
            Set<String> data = new ConcurrentSkipListSet<>();
            TestWork.drained(test, job -> {
                data.add(job.data());
                return new JobOutcome.Completed(null);
            });
            assertThat(data).as("the latest of those put off").containsExactly("{\"n\":3}", "{}");
            assertThat(List.of(test.exists("de:one"), test.exists("de:last"), test.exists("dn:last")))
                    .containsOnly(false);
        }
    }

    @Test
    void schedulesAreLeftToThoseWhoPlanTheNext(TestQueue test) {
        String queue = test.queue.name();
        try (NodeParty node = NodeParty.bullmq(6, test.port())) {
            node.ask("schedule", "queue", queue, "id", "clock", "every", 200);
            try (JobWorker worker = worker(test, 3)) {
                await().atMost(LONG).until(() -> test.queue.counts().waiting() == 1);
                test.queue.add(TestQueue.job("{}"));
                await().atMost(LONG).until(() -> worker.processed() == 1);
                assertThat(test.queue.counts().waiting()).isEqualTo(1);
                node.ask("work", "queue", queue);
                await().atMost(LONG).until(() -> node.ask("done").size() >= 3);
                assertThat(worker.processed()).isEqualTo(1);
            }
        }
    }

    @Test
    void manyWorkersOfAllPartiesRunEachIterationOfEachScheduleOnce(TestQueue test) {
        String queue = test.queue.name();
        try (NodeParty six = NodeParty.bullmq(6, test.port());
                NodeParty again = NodeParty.bullmq(6, test.port());
                NodeParty five = NodeParty.bullmq(5, test.port());
                JobWorker one = worker(test, 3);
                JobWorker two = worker(test, 3)) {
            for (NodeParty node : List.of(six, again, five)) {
                node.ask("work", "queue", queue);
            }
            six.ask("schedule", "queue", queue, "id", "clock", "every", 100);
            six.ask("schedule", "queue", queue, "id", "bell", "every", 150);
            for (int n = 0; n < 20; n++) {
                test.queue.add(TestQueue.job("{}"));
            }
            await().atMost(LONG)
                    .until(() -> completed(test).stream().filter(id -> id.startsWith("repeat:")).count() > 20
                            && completed(test).stream().filter(id -> !id.startsWith("repeat:")).count() == 20);
            assertThat(completed(test)).doesNotHaveDuplicates();
            assertThat(completed(test)).anyMatch(id -> id.startsWith("repeat:bell:"))
                    .anyMatch(id -> id.startsWith("repeat:clock:"));
            assertThat(test.events()).as("no iteration is ours").noneMatch(
                    event -> event.startsWith("completed jobId=repeat:") && event.contains("callboard"));
            await().atMost(LONG).until(() -> pending(test, "clock") == 1 && pending(test, "bell") == 1);
        }
    }

    private static List<String> completed(TestQueue test) {
        return test.events().stream().filter(event -> event.startsWith("completed "))
                .map(event -> event.substring("completed jobId=".length()).split(" ")[0]).toList();
    }

    /** Iterations of a schedule that are to come. */
    private static long pending(TestQueue test, String schedule) {
        return Stream.of(test.list("wait").stream(), test.set("delayed").keySet().stream(),
                test.set("prioritized").keySet().stream()).flatMap(ids -> ids)
                .filter(id -> id.startsWith("repeat:" + schedule + ":")).count();
    }
}
