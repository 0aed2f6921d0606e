package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a job that fails, by its own fault or not. */
@ExtendWith(RedisOfTests.class)
class JobFailureTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final JobOutcome DONE = new JobOutcome.Completed(null);

    @Test
    @Tag("F06")
    void retriesComeAfterFiveTenTwentyFortySecondsAndFiveAttemptsInAll(TestQueue test) throws Exception {
        test.queue.add(NewJob.of("x", null, "{}",
                JobOptions.DEFAULT.withAttempts(5, Backoff.exponential(Duration.ofSeconds(5)))));
        List<Long> waits = new ArrayList<>();
        JobWorkerOptions options = JobWorkerOptions.named("w");
        for (int attempt = 1; attempt <= 5; attempt++) {
            HeldJob job = TestWork.fetched(test, options, 1).getFirst();
            assertThat(job.attemptsMade() + 1).isEqualTo(attempt);
            assertThat(job.maxAttempts()).isEqualTo(5);
            if (job.attemptsMade() + 1 == job.maxAttempts()) {
                TestWork.settled(test, job, new JobOutcome.FailedForGood("boom 5", "stack 5"));
                break;
            }
            long before = System.currentTimeMillis();
            TestWork.settled(test, job, new JobOutcome.Retry("boom " + attempt, "stack " + attempt));
            waits.add((long) (test.set("delayed").get("1") / 4096) - before);
            assertThat(test.hash("1")).containsEntry("delay", String.valueOf(5000 << (attempt - 1)))
                    .containsEntry("failedReason", "boom " + attempt);
            test.command("ZADD", test.key("delayed"), "0", "1");
        }
        assertThat(waits).hasSize(4);
        for (int at = 0; at < 4; at++) {
            assertThat(waits.get(at)).isBetween((5000L << at) - 20, (5000L << at) + 500);
        }
        assertThat(test.set("failed")).containsOnlyKeys("1");
        assertThat(test.hash("1")).containsEntry("atm", "5").containsEntry("ats", "5").containsEntry("stacktrace",
                "[\"stack 1\",\"stack 2\",\"stack 3\",\"stack 4\",\"stack 5\"]");
        assertThat(test.events()).containsOnlyOnce("failed jobId=1 failedReason=boom 5 prev=active",
                "retries-exhausted jobId=1 attemptsMade=5");
        assertThat(test.events().stream().filter(event -> event.equals("delayed jobId=1"))).hasSize(4);
    }

    @Test
    void aParentWithUnfinishedChildrenFailsItsAttemptAndKeepsNobodyFromWorking(TestQueue test)
            throws InterruptedException {
        test.queue.add(NewJob.of("x", "parent", "{}", JobOptions.DEFAULT.withAttempts(2, null)));
        test.command("SADD", test.key("parent:dependencies"), test.key("child"));
        for (int n = 0; n < 5; n++) {
            test.queue.add(TestQueue.job("{}"));
        }
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w").withConcurrency(1),
                job -> DONE)) {
            worker.start();
            assertThat(worker.awaitIdle(LONG)).isTrue();
        }
        assertThat(test.queue.counts()).isEqualTo(new JobCounts(0, 0, 0, 0, 0, 5, 1));
        assertThat(test.hash("parent")).containsEntry("atm", "2").containsEntry("ats", "2")
                .containsEntry("failedReason", "The job has unfinished children and cannot be completed.");
    }

    @Test
    @Tag("F06")
    void aHandlerThatThrowsHasFailedThisAttempt(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withAttempts(2, null)));
        AtomicBoolean first = new AtomicBoolean(true);
        TestWork.drained(test, job -> {
            if (first.getAndSet(false)) {
                throw new IllegalStateException("broken");
            }
            return DONE;
        });
        assertThat(test.set("completed")).containsOnlyKeys("1");
        assertThat(test.hash("1")).containsEntry("atm", "2").containsEntry("failedReason", "broken");
        assertThat(test.hash("1").get("stacktrace")).startsWith("[\"java.lang.IllegalStateException: broken");
        assertThat(test.events()).contains("waiting jobId=1 prev=active");
    }

    @Test
    @Tag("F06")
    void aHandlerThatThrowsOnTheLastAttemptHasFailedForGood(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withAttempts(2, null)));
        TestWork.drained(test, job -> {
            throw new IllegalStateException("broken");
        });
        assertThat(test.set("failed")).containsOnlyKeys("1");
        assertThat(test.hash("1")).containsEntry("atm", "2").containsEntry("failedReason", "broken");
        assertThat(test.events()).contains("retries-exhausted jobId=1 attemptsMade=2");
    }

    @Test
    @Tag("F02")
    void aRefailedJobLiesWhereItLayAndCountsNoAttempt(TestQueue test) throws InterruptedException {
        test.failed("a", "x", "{}", "boom", 5000);
        test.queue.retry("a");
        test.forgetEvents();
        TestWork.drained(test, job -> new JobOutcome.Refailed("boom", "[\"old\"]", 5000L));
        assertThat(test.set("failed")).containsExactly(Map.entry("a", 5000.0));
        assertThat(test.hash("a")).doesNotContainKey("atm").containsEntry("stacktrace", "[\"old\"]")
                .containsEntry("finishedOn", "5000");
        assertThat(test.events()).containsExactly("active jobId=a prev=waiting",
                "failed jobId=a failedReason=boom prev=active", "drained");
    }

    @Test
    @Tag("F07")
    void aJobGivenBackCountsNoAttempt(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withPriority(3)));
        List<Duration> back = new ArrayList<>(List.of(Duration.ZERO, Duration.ofMillis(50)));
        TestWork.drained(test, job -> back.isEmpty() ? DONE : new JobOutcome.GiveBack(back.removeFirst()));
        assertThat(test.hash("1")).containsEntry("atm", "1").containsEntry("ats", "3");
        assertThat(test.set("completed")).containsOnlyKeys("1");
        assertThat(test.events()).contains("waiting jobId=1 prev=active", "delayed jobId=1",
                "waiting jobId=1 prev=delayed");
    }

    @Test
    @Tag("F09")
    void aJobThatStallsTooOftenIsFailedByTheNextWorkerWithoutRunning(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{}"));
        for (int stall = 1; stall <= 2; stall++) {
            TestWork.fetched(test, JobWorkerOptions.named("w"), 1);
            for (int sweep = 0; sweep < 2; sweep++) {
                test.command("DEL", test.key("1:lock"), test.key("stalled-check"));
                test.queue.scripts().run("stalled", test.queue.keys().meta(), 1000, 1);
            }
        }
        assertThat(test.hash("1")).containsEntry("stc", "2").containsEntry("defa",
                "job stalled more than allowable limit");
        TestWork.drained(test, job -> DONE);
        assertThat(test.set("failed")).containsOnlyKeys("1");
        assertThat(test.hash("1")).doesNotContainKey("defa").containsEntry("failedReason",
                "job stalled more than allowable limit");
    }

    @Test
    @Tag("F10")
    void aPoisonJobDoesNotHoldUpItsNeighbours(TestQueue test) throws Exception {
        for (int number = 1; number <= 50; number++) {
            test.queue.add(NewJob.of("x", null, number == 7 ? "{\"poison\":1}" : "{}",
                    JobOptions.DEFAULT.withAttempts(2, Backoff.fixed(Duration.ofMinutes(5)))));
        }
        test.put("9", "data", "not JSON");
        test.put("9", "opts", "{{");
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w"), job -> {
            if (job.data().contains("poison")) {
                throw new StackOverflowError();
            }
            return DONE;
        })) {
            worker.start();
            await().atMost(LONG).until(() -> worker.processed() == 49);
        }
        assertThat(test.set("delayed")).containsOnlyKeys("7");
    }
}
