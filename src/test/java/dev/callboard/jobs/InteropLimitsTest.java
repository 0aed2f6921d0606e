package dev.callboard.jobs;

import static dev.callboard.jobs.InteropWork.job;
import static dev.callboard.jobs.InteropWork.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits and orders that Node sets and both parties keep together. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropLimitsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void noMoreJobsRunAtOnceThanTheQueueAllowsAllWorkersTogether(int major, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String queue = test.queue.name();
            node.ask("act", "queue", queue, "step", "setGlobalConcurrency", "args", List.of(3));
            node.ask("add", "queue", queue, "jobs",
                    Collections.nCopies(200, job("x", Map.of("sleep", 5), Map.of())));
            // who is through takes the next at once, so each leaves the other a place of the three
            node.ask("work", "queue", queue, "options", Map.of("concurrency", 2));
            try (JobWorker ours = worker(test, 2)) {
                await().atMost(LONG).until(() -> test.queue.counts().completed() == 200);
                assertThat(List.of((int) ours.processed(), node.ask("done").size())).allMatch(share -> share > 0);
            }
            int running = 0;
            int most = 0;
            for (String event : test.events()) {
                running += event.startsWith("active") ? 1 : event.startsWith("completed") ? -1 : 0;
                most = Math.max(most, running);
            }
            assertThat(most).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void noMoreJobsStartInAWindowThanTheQueueAllowsAllWorkersTogether(int major, TestQueue test) {
        int max = 4;
        int window = 300;
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String queue = test.queue.name();
            node.ask("act", "queue", queue, "step", "setGlobalRateLimit", "args", List.of(max, window));
            node.ask("add", "queue", queue, "jobs", Collections.nCopies(20, job("x", Map.of(), Map.of())));
            node.ask("work", "queue", queue);
            try (JobWorker ours = worker(test, 5)) {
                await().atMost(LONG).until(() -> test.queue.counts().completed() == 20);
                assertThat(ours.processed() + node.ask("done").size()).isEqualTo(20);
            }
            List<Long> starts = starts(test);
            assertThat(starts).hasSize(20);
            // a window begins with its first start, whose event may be a moment younger than the window
            long begin = 0;
            int inWindow = 0;
            for (long start : starts) {
                if (start >= begin + window - 5) {
                    begin = start;
                    inWindow = 0;
                }
                inWindow++;
                assertThat(inWindow).as("%s", starts).isLessThanOrEqualTo(max);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 5})
    void aWorkerOfOursWithALimitKeepsStillWhileNodeForbidsStarts(int major, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String queue = test.queue.name();
            node.ask("act", "queue", queue, "step", "rateLimit", "args", List.of(700));
            long until = now(test) + Long.parseLong(test.command("PTTL", test.key("limiter")).toString());
            node.ask("add", "queue", queue, "jobs", Collections.nCopies(3, job("x", Map.of(), Map.of())));
            JobWorkerOptions limited = JobWorkerOptions.named("callboard").withLimiter(100, Duration.ofSeconds(1));
            try (JobWorker ours = new JobWorker(test.queue, limited, job -> new JobOutcome.Completed(null))) {
                ours.start();
                await().atMost(LONG).until(() -> ours.processed() == 3);
            }
            assertThat(starts(test)).hasSize(3).allMatch(start -> start >= until);
        }
    }

    @ParameterizedTest
    @CsvSource({"6, true", "6, false", "5, true", "5, false"})
    void whatBecomesDueWhileTheQueueIsPausedRunsInTheOrderOfItsPriority(int major, boolean weWork, TestQueue test) {
        try (NodeParty node = NodeParty.bullmq(major, test.port())) {
            String queue = test.queue.name();
            List<String> ids = new ArrayList<>();
            test.queue.pause();
            node.ask("add", "queue", queue, "jobs", List.of(job("x", Map.of(), Map.of("delay", 60, "priority", 9)),
                    job("x", Map.of(), Map.of("delay", 50, "priority", 2)), job("x", Map.of(), Map.of("priority", 5)),
                    job("x", Map.of(), Map.of("delay", 40)))).forEach(id -> ids.add(id.asText()));
            Map<String, Object> one = Map.of("concurrency", 1);
            try (JobWorker ours = weWork ? worker(test, 1) : null) {
                if (!weWork) {
                    node.ask("work", "queue", queue, "options", one);
                }
                await().atMost(LONG).until(() -> test.queue.counts().delayed() == 0);
                assertThat(test.queue.counts()).isEqualTo(new JobCounts(1, 0, 0, 3, 0, 0, 0));
                test.queue.resume();
                await().atMost(LONG).until(() -> test.queue.counts().completed() == 4);
            }
            assertThat(test.events()).filteredOn(event -> event.startsWith("active"))
                    .containsExactly(active(ids, 3), active(ids, 1), active(ids, 2), active(ids, 0));
        }
    }

    private static String active(List<String> ids, int at) {
        return "active jobId=" + ids.get(at) + " prev=waiting";
    }

    private static long now(TestQueue test) {
        List<?> time = (List<?>) test.command("TIME");
        return Long.parseLong((String) time.get(0)) * 1000 + Long.parseLong((String) time.get(1)) / 1000;
    }

    /** When jobs started, by the server's clock. */
    private static List<Long> starts(TestQueue test) {
        List<Long> starts = new ArrayList<>();
        for (Object entry : (List<?>) test.command("XRANGE", test.key("events"), "-", "+")) {
            String id = (String) ((List<?>) entry).getFirst();
            if (((List<?>) ((List<?>) entry).getLast()).get(1).equals("active")) {
                starts.add(Long.parseLong(id.substring(0, id.indexOf('-'))));
            }
        }
        return starts;
    }
}
