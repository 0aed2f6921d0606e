package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Real BullMQ, both majors, and this engine on the same queues. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private static JobOutcome work(ActiveJob job) {
        if (job.deferredFailure() != null) {
            return new JobOutcome.FailedForGood(job.deferredFailure(), null);
        }
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

    private static JobWorker worker(TestQueue test, int concurrency) {
        JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("callboard").withConcurrency(concurrency)
                .withKeepCompleted(-1).withLocks(Duration.ofSeconds(2), Duration.ofSeconds(1)), InteropTest::work);
        worker.start();
        return worker;
    }

    private static Map<String, Object> job(String name, Map<String, Object> data, Map<String, Object> opts) {
        return Map.of("name", name, "data", data, "opts", opts);
    }

    private static List<String> heard(NodeParty node, String kind) {
        List<String> ids = new ArrayList<>();
        node.ask("heard").forEach(event -> {
            assertThat(event.path("kind").asText()).isNotEqualTo("error");
            if (event.path("kind").asText().equals(kind)) {
                ids.add(event.path("jobId").asText());
            }
        });
        return ids;
    }

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

    @Test
    void bothMajorsAndJavaShareTwentyThousandJobsAndNoneIsLostOrFinishedTwice(TestQueue test) {
        int count = 20_000;
        String queue = test.queue.name();
        try (NodeParty six = NodeParty.bullmq(6, test.port());
                NodeParty five = NodeParty.bullmq(5, test.port());
                NodeParty doomed = NodeParty.bullmq(6, test.port())) {
            Map<String, Object> options = Map.of("lockDuration", 1500, "stalledInterval", 700, "maxStalledCount", 5);
            // held by a worker that dies
            doomed.ask("add", "queue", queue, "jobs", List.of(job("held", Map.of("sleep", 60), Map.of())));
            for (NodeParty node : List.of(six, five, doomed)) {
                node.ask("work", "queue", queue, "options", options);
            }
            // each new Node queue writes its own
            five.ask("counts", "queue", queue);
            six.ask("counts", "queue", queue);
            test.put("meta", "opts.maxLenEvents", "1000000");
            try (JobWorker worker = worker(test, 20)) {
                for (int from = 0; from < count / 2; from += 1000) {
                    six.ask("add", "queue", queue, "jobs", jobs(from));
                    test.queue.addAll(newJobs(from + count / 2));
                    if (from == 2000) {
                        doomed.kill9();
                    } else if (from == 4000) {
                        six.ask("pause", "queue", queue);
                    } else if (from == 5000) {
                        test.queue.resume();
                        test.queue.pause();
                    } else if (from == 6000) {
                        six.ask("resume", "queue", queue);
                    } else if (from == 7000) {
                        five.ask("pause", "queue", queue);
                    } else if (from == 8000) {
                        test.queue.resume();
                    }
                }
                await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200)).until(
                        () -> test.queue.counts().isIdle());
                assertThat(worker.processed()).isPositive();
            }
            JobCounts counts = test.queue.counts();
            assertThat(counts.failed()).isEqualTo(count / 100);
            assertThat(counts.completed()).isEqualTo(count + 1 - count / 100);
            List<String> finished = finished(test);
            assertThat(finished.size() - new TreeSet<>(finished).size()).as("finished twice").isZero();
            assertThat(finished.size()).isEqualTo(count + 1);
            assertThat(List.of(six.ask("done").size(), five.ask("done").size())).allMatch(share -> share > 0);
        }
    }

    /** The jobs of every event that says one is finished, read in parts. */
    private static List<String> finished(TestQueue test) {
        List<String> ids = new ArrayList<>();
        String from = "-";
        while (true) {
            List<?> part = (List<?>) test.command("XRANGE", test.key("events"), from, "+", "COUNT", "2000");
            for (Object entry : part) {
                from = "(" + ((List<?>) entry).getFirst();
                List<?> fields = (List<?>) ((List<?>) entry).getLast();
                if (fields.get(1).equals("completed") || fields.get(1).equals("failed")) {
                    ids.add((String) fields.get(3));
                }
            }
            if (part.isEmpty()) {
                return ids;
            }
        }
    }

    /** A thousand jobs as a Node producer writes them. */
    private static List<Object> jobs(int from) {
        List<Object> jobs = new ArrayList<>();
        for (int n = from; n < from + 1000; n++) {
            jobs.add(job("j", Map.of("failures", failures(n)), Map.of("attempts", 3, "backoff", 10, "priority",
                    n % 7 == 0 ? 5 : 0, "delay", n % 11 == 0 ? 50 : 0)));
        }
        return jobs;
    }

    /** A thousand jobs of ours. */
    private static List<NewJob> newJobs(int from) {
        List<NewJob> jobs = new ArrayList<>();
        for (int n = from; n < from + 1000; n++) {
            jobs.add(NewJob.of("j", null, "{\"failures\":" + failures(n) + "}",
                    JobOptions.DEFAULT.withAttempts(3, Backoff.fixed(Duration.ofMillis(10)))
                            .withPriority(n % 7 == 0 ? 5 : 0).withDelay(Duration.ofMillis(n % 11 == 0 ? 50 : 0))));
        }
        return jobs;
    }

    private static int failures(int n) {
        return n % 100 == 0 ? 9 : n % 20 == 3 ? 1 : 0;
    }

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
            Set<String> data = new TreeSet<>();
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
}
