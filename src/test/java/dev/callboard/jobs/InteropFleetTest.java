package dev.callboard.jobs;

import static dev.callboard.jobs.InteropWork.job;
import static dev.callboard.jobs.InteropWork.worker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers of both majors of BullMQ and of this engine on one queue at once. */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropFleetTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void bothMajorsAndJavaShareTwentyThousandJobsAndNoneIsLostOrFinishedTwice(TestQueue test) {
        int count = 20_000;
        String queue = test.queue.name();
        try (NodeParty six = NodeParty.bullmq(6, test.port());
                NodeParty five = NodeParty.bullmq(5, test.port());
                NodeParty doomed = NodeParty.bullmq(6, test.port())) {
            Map<String, Object> options = Map.of("lockDuration", 1500, "stalledInterval", 700, "maxStalledCount", 5);
            // held by a worker that dies
            doomed.ask("add", "queue", queue, "jobs", List.of(job("held", Map.of("sleep", 60_000), Map.of())));
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
}
