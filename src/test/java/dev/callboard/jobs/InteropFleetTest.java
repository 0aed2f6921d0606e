package dev.callboard.jobs;

import static dev.callboard.jobs.InteropWork.job;
import static dev.callboard.jobs.InteropWork.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers of both majors of BullMQ and of this engine on one queue at once. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropFleetTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int COUNT = 20_000;
    /** Jobs in the hands of the worker that dies. */
    private static final int HELD = 5;
    private static final Map<String, Object> LOCKS = Map.of("lockDuration", 3000, "stalledInterval", 1000);

    @Test
    void bothMajorsAndJavaShareTwentyThousandJobsAndNoneIsLostOrFinishedTwice(TestQueue test) {
        String queue = test.queue.name();
        try (NodeParty six = NodeParty.bullmq(6, test.port());
                NodeParty five = NodeParty.bullmq(5, test.port());
                NodeParty doomed = NodeParty.bullmq(6, test.port())) {
            Set<String> held = heldBy(doomed, test);
            six.ask("work", "queue", queue, "options", LOCKS);
            five.ask("work", "queue", queue, "options", LOCKS);
            // each new Node queue writes its own
            five.ask("counts", "queue", queue);
            six.ask("counts", "queue", queue);
            test.put("meta", "opts.maxLenEvents", "1000000");
            long ours;
            try (JobWorker worker = worker(test, 20)) {
                for (int from = 0; from < COUNT / 2; from += 1000) {
                    long ended = isPausedAt(from) ? endedAtRest(test) : 0;
                    (from % 2000 == 0 ? six : five).ask("add", "queue", queue, "jobs", jobs(from));
                    test.queue.addAll(newJobs(from + COUNT / 2));
                    if (isPausedAt(from)) {
                        assertThat(ended(test)).as("ended while paused").isEqualTo(ended);
                    }
                    switch (from) {
                        case 2000 -> doomed.kill9();
                        case 3000 -> six.ask("pause", "queue", queue);
                        case 4000 -> {
                            test.queue.resume();
                            test.queue.pause();
                        }
                        case 5000 -> six.ask("resume", "queue", queue);
                        case 7000 -> five.ask("pause", "queue", queue);
                        case 8000 -> test.queue.resume();
                        default -> {}
                    }
                }
                await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200)).until(
                        () -> test.queue.counts().isIdle());
                ours = worker.processed();
            }
            int failed = COUNT / 100;
            assertThat(test.queue.counts()).isEqualTo(
                    new JobCounts(0, 0, 0, 0, 0, COUNT + held.size() - failed, failed));
            List<String> finished = heard(test, Set.of("completed", "failed"));
            assertThat(finished).doesNotHaveDuplicates().hasSize(COUNT + held.size()).containsAll(held);
            assertThat(heard(test, Set.of("stalled"))).as("once each, and of no living worker")
                    .containsExactlyInAnyOrderElementsOf(held);
            List<Integer> shares = List.of((int) ours, six.ask("done").size(), five.ask("done").size());
            assertThat(shares).allMatch(share -> share > 0);
            assertThat(shares.stream().mapToInt(share -> share).sum()).isEqualTo(COUNT + held.size() - failed);
        }
    }

    /** Jobs that a worker has in hand which does nothing else, and will die. */
    private static Set<String> heldBy(NodeParty doomed, TestQueue test) {
        String queue = test.queue.name();
        Object lasting = job("held", Map.of("firstSleep", 600_000), Map.of());
        Set<String> ids = new TreeSet<>();
        doomed.ask("add", "queue", queue, "jobs", Collections.nCopies(HELD, lasting))
                .forEach(id -> ids.add(id.asText()));
        Map<String, Object> options = new HashMap<>(LOCKS);
        options.put("concurrency", HELD);
        doomed.ask("work", "queue", queue, "options", options);
        await().atMost(LONG).until(() -> Set.copyOf(test.list("active")).equals(ids));
        return ids;
    }

    private static boolean isPausedAt(int from) {
        return from >= 4000 && from <= 5000 || from == 8000;
    }

    /** How many have ended when those that were in hand at the pause are through. */
    private static long endedAtRest(TestQueue test) {
        await().atMost(LONG).until(() -> test.queue.counts().active() == 0);
        return ended(test);
    }

    private static long ended(TestQueue test) {
        JobCounts counts = test.queue.counts();
        return counts.completed() + counts.failed();
    }

    @Test
    void whatComesWhileFiveKeepsTheQueuePausedIsThereWhenFiveResumes(TestQueue test) {
        String queue = test.queue.name();
        try (NodeParty five = NodeParty.bullmq(5, test.port())) {
            five.ask("add", "queue", queue, "jobs",
                    List.of(job("a", Map.of(), Map.of()), job("b", Map.of(), Map.of())));
            HeldJob abandoned = TestWork.fetched(test, JobWorkerOptions.named("w"), 1).getFirst();
            HeldJob givenBack = TestWork.fetched(test, JobWorkerOptions.named("w"), 1).getFirst();
            test.queue.add(NewJob.of("waits", "waits", "{}", JobOptions.DEFAULT));
            test.queue.add(NewJob.of("due", "due", "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1))));
            test.queue.add(NewJob.of("late", "late", "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1))));
            test.failed("again", "x", "{}", "boom", 1000);
            five.ask("pause", "queue", queue);

            test.queue.add(NewJob.of("new", "new", "{}", JobOptions.DEFAULT));
            test.queue.promote("due");
            test.queue.retry("again");
            test.command("ZADD", test.key("delayed"), "0", "late");
            assertThat(TestWork.fetched(test, JobWorkerOptions.named("w"), 1)).isEmpty();
            TestWork.settled(test, givenBack, new JobOutcome.GiveBack(Duration.ZERO));
            test.command("DEL", test.key(abandoned.id() + ":lock"));
            test.command("SADD", test.key("stalled"), abandoned.id());
            test.queue.scripts().run("stalled", test.queue.keys().meta(), 1000, 1);
            assertThat(test.list("wait")).isEmpty();
            assertThat(test.queue.counts().waiting()).isEqualTo(7);

            five.ask("resume", "queue", queue);
            assertThat(test.list("wait")).containsExactly("late", "again", "due", "new", "waits", givenBack.id(),
                    abandoned.id());
            five.ask("work", "queue", queue);
            await().atMost(LONG).until(() -> test.queue.counts().completed() == 7);
        }
    }

    /** The jobs of every event of these kinds, read in parts. */
    private static List<String> heard(TestQueue test, Set<String> kinds) {
        List<String> ids = new ArrayList<>();
        String from = "-";
        while (true) {
            List<?> part = (List<?>) test.command("XRANGE", test.key("events"), from, "+", "COUNT", "2000");
            for (Object entry : part) {
                from = "(" + ((List<?>) entry).getFirst();
                List<?> fields = (List<?>) ((List<?>) entry).getLast();
                if (kinds.contains(fields.get(1))) {
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
}
