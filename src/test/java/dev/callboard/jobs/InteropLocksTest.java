package dev.callboard.jobs;

import static dev.callboard.jobs.InteropWork.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who loses a job's lock has nothing more to say about it, whichever party took the job meanwhile. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropLocksTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void aJobThatStalledWithUsAndWasDoneByNodeIsNotDoneAgain(int major, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String id = added(node, test);
            HeldJob ours = TestWork.fetched(test, JobWorkerOptions.named("w"), 1).getFirst();
            losesItsLock(test, id);
            node.ask("take", "queue", test.queue.name());
            node.ask("sweep", "queue", test.queue.name());
            assertThat(test.list("wait")).containsExactly(id);
            assertThat(TestWork.settled(test, ours, new JobOutcome.Completed("1"))).as("while it waits").isFalse();
            assertThat(node.ask("take", "queue", test.queue.name()).asText()).isEqualTo(id);
            assertThat(TestWork.settled(test, ours, new JobOutcome.Completed("1"))).as("while Node has it").isFalse();
            node.ask("complete", "queue", test.queue.name(), "id", id, "value", Map.of("by", "node"), "andNext", false);
            assertThat(TestWork.settled(test, ours, new JobOutcome.FailedForGood("late", "x"))).isFalse();
            isDoneOnce(test, id, "{\"by\":\"node\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void aJobThatStalledWithNodeAndWasDoneByUsIsNotDoneAgain(int major, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String id = added(node, test);
            assertThat(node.ask("take", "queue", test.queue.name()).asText()).isEqualTo(id);
            losesItsLock(test, id);
            assertThat(test.queue.scripts().run("stalled", test.queue.keys().meta(), 1000, 1)).containsExactly(id);
            assertThatThrownBy(() -> nodeCompletes(node, test, id)).as("while it waits").isInstanceOf(
                    AssertionError.class);
            HeldJob ours = TestWork.fetched(test, JobWorkerOptions.named("w"), 1).getFirst();
            assertThatThrownBy(() -> nodeCompletes(node, test, id)).as("while we have it").isInstanceOf(
                    AssertionError.class);
            assertThat(TestWork.settled(test, ours, new JobOutcome.Completed("{\"by\":\"us\"}"))).isTrue();
            isDoneOnce(test, id, "{\"by\":\"us\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void aJobRemovedUnderItsWorkerIsGoneWhateverTheWorkerSays(int major, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String mine = added(node, test);
            HeldJob ours = TestWork.fetched(test, JobWorkerOptions.named("w"), 1).getFirst();
            assertThatThrownBy(() -> node.ask("act", "id", mine, "queue", test.queue.name(), "step", "remove"))
                    .hasMessageContaining("lock");
            test.command("DEL", test.key(mine + ":lock"));
            node.ask("act", "id", mine, "queue", test.queue.name(), "step", "remove");
            assertThat(TestWork.settled(test, ours, new JobOutcome.Completed("1"))).isFalse();
            assertThat(TestWork.settled(test, ours, new JobOutcome.Retry("x", "y", Duration.ZERO))).isFalse();
            assertThat(TestWork.settled(test, ours, new JobOutcome.GiveBack(Duration.ZERO))).isFalse();

            String theirs = added(node, test);
            node.ask("take", "queue", test.queue.name());
            assertThat(test.queue.remove(theirs)).isEqualTo(JobActionResult.LOCKED);
            test.command("DEL", test.key(theirs + ":lock"));
            assertThat(test.queue.remove(theirs)).isEqualTo(JobActionResult.DONE);
            assertThatThrownBy(() -> nodeCompletes(node, test, theirs)).isInstanceOf(AssertionError.class);

            assertThat((List<?>) test.command("KEYS", test.key("*"))).extracting(key -> ((String) key)
                    .substring(test.key("").length())).containsExactlyInAnyOrder("meta", "id", "events", "marker");
            assertThat(test.events()).filteredOn(event -> event.startsWith("removed")).containsExactly(
                    "removed jobId=" + mine + " prev=active", "removed jobId=" + theirs + " prev=active");
            assertThat(test.events()).noneMatch(event -> event.startsWith("completed"));
        }
    }

    private static String added(NodeParty node, TestQueue test) {
        return node.ask("add", "queue", test.queue.name(), "jobs", List.of(job("x", Map.of(), Map.of()))).get(0)
                .asText();
    }

    private static void losesItsLock(TestQueue test, String id) {
        test.command("DEL", test.key(id + ":lock"), test.key("stalled-check"));
        test.command("SADD", test.key("stalled"), id);
    }

    private static void nodeCompletes(NodeParty node, TestQueue test, String id) {
        node.ask("complete", "queue", test.queue.name(), "id", id, "value", Map.of("by", "node"), "andNext", false);
    }

    private static void isDoneOnce(TestQueue test, String id, String value) {
        await().atMost(LONG).until(test.queue::counts, new JobCounts(0, 0, 0, 0, 0, 1, 0)::equals);
        assertThat(test.hash(id)).containsEntry("returnvalue", value).containsEntry("stc", "1")
                .containsEntry("atm", "1").containsEntry("ats", "2").doesNotContainKey("failedReason");
        assertThat(test.exists(id + ":lock")).isFalse();
        assertThat(test.events()).filteredOn(event -> event.startsWith("completed")
                || event.startsWith("failed") || event.startsWith("stalled"))
                .containsExactly("stalled jobId=" + id, "completed jobId=" + id + " returnvalue=" + value
                        + " prev=active");
    }
}
