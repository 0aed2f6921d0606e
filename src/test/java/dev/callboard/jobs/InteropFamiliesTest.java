package dev.callboard.jobs;

import static dev.callboard.jobs.InteropWork.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parents whose children stand in other queues, and which another party works for. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropFamiliesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({"6, true", "6, false", "5, true", "5, false"})
    void aChildsFailureMeansToItsParentInAnotherQueueWhatItsFlagSays(int major, boolean weWorkForTheChildren,
            TestQueue parents, TestQueue children, TestQueue siblings) {
        try (NodeParty node = NodeParty.bullmq(major, parents.port())) {
            Map<String, String> ids = new HashMap<>();
            for (String flag : List.of("none", "failParentOnFailure", "continueParentOnFailure",
                    "ignoreDependencyOnFailure", "removeDependencyOnFailure")) {
                Map<String, Object> opts = flag.equals("none") ? Map.of() : Map.of(flag, true);
                // this one goes on at once, and then cannot be completed while another child is to come
                int wait = flag.equals("continueParentOnFailure") ? 3_600_000 : 0;
                ids.put(flag, node.ask("flow", "tree", Map.of("name", "parent", "queueName", parents.queue.name(),
                        "data", Map.of("isParent", true), "children", List.of(
                                child(children, Map.of("fatal", true), opts),
                                child(siblings, Map.of(), Map.of("delay", wait)))))
                        .asText());
            }
            work(node, weWorkForTheChildren, parents, children, siblings, () -> await().atMost(LONG).until(
                    parents.queue::counts, new JobCounts(0, 0, 0, 0, 1, 2, 2)::equals));

            assertThat(parents.set("waiting-children")).containsOnlyKeys(ids.get("none"));
            assertThat(parents.set("failed")).containsOnlyKeys(ids.get("failParentOnFailure"),
                    ids.get("continueParentOnFailure"));
            assertThat(parents.hash(ids.get("continueParentOnFailure")).get("failedReason"))
                    .containsAnyOf("unfinished children", "pending dependencies");
            assertThat(parents.hash(ids.get("failParentOnFailure")).get("failedReason"))
                    .startsWith("child " + children.key("")).endsWith(" failed");
            assertThat(parents.hash(ids.get("failParentOnFailure"))).doesNotContainKey("defa");
            for (String flag : List.of("continueParentOnFailure", "ignoreDependencyOnFailure")) {
                assertThat(parents.hash(ids.get(flag) + ":failed")).as(flag).hasSize(1).containsValue("fatal");
            }
            assertThat(parents.exists(ids.get("removeDependencyOnFailure") + ":failed")).isFalse();
            assertThat(parents.hash(ids.get("ignoreDependencyOnFailure") + ":processed").keySet())
                    .allMatch(key -> key.startsWith(siblings.key(""))).hasSize(1);
            assertThat(siblings.queue.counts()).isEqualTo(new JobCounts(0, 0, 1, 0, 0, 4, 0));
            assertThat(parents.events().stream().filter(event -> event.contains("prev=waiting-children"))).hasSize(4);
            assertThat(children.events()).noneMatch(event -> event.contains("waiting-children"));
        }
    }

    private static void work(NodeParty node, boolean weWorkForTheChildren, TestQueue parents, TestQueue children,
            TestQueue siblings, Runnable untilAllIsDone) {
        if (weWorkForTheChildren) {
            node.ask("work", "queue", parents.queue.name());
            try (JobWorker first = worker(children, 2); JobWorker second = worker(siblings, 2)) {
                untilAllIsDone.run();
                await().atMost(LONG).until(() -> first.failed() == 5 && second.processed() == 4);
            }
        } else {
            node.ask("work", "queue", children.queue.name());
            node.ask("work", "queue", siblings.queue.name());
            try (JobWorker ours = worker(parents, 2)) {
                untilAllIsDone.run();
                await().atMost(LONG).until(() -> ours.processed() == 2 && ours.failed() == 2);
            }
        }
    }

    private static Map<String, Object> child(TestQueue queue, Map<String, Object> data, Map<String, Object> opts) {
        return Map.of("name", "child", "queueName", queue.queue.name(), "data", data, "opts", opts);
    }
}
