package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A job is in one pair of hands: locks, abandoned jobs, stopping. */
@ExtendWith(RedisOfTests.class)
class JobLockTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final JobOutcome DONE = new JobOutcome.Completed(null);

    @Test
    @Tag("F09")
    void aJobWhoseWorkerWasKilledIsTakenOverAndItsLateAnswerIsNotWritten(TestQueue test) throws Exception {
        test.queue.add(TestQueue.job("{}"));
        JobWorkerOptions options = JobWorkerOptions.named("w2").withLocks(Duration.ofMillis(300),
                Duration.ofMillis(200));
        HeldJob killed = TestWork.fetched(test, options, 1).getFirst();
        assertThat(killed.stillMine()).isTrue();

        AtomicInteger starts = new AtomicInteger();
        try (JobWorker worker = new JobWorker(test.queue, options, job -> {
            starts.set(job.attemptsStarted());
            return DONE;
        })) {
            worker.start();
            await().atMost(LONG).until(() -> worker.processed() == 1);
        }
        assertThat(starts).hasValue(2);
        assertThat(killed.stillMine()).isFalse();
        assertThat(TestWork.settled(test, killed, DONE)).isFalse();
        assertThat(test.hash("1")).containsEntry("stc", "1").containsEntry("atm", "1").doesNotContainKey("defa");
        assertThat(test.events()).contains("waiting jobId=1 prev=active", "stalled jobId=1");
        assertThat(test.events().stream().filter(event -> event.startsWith("completed"))).hasSize(1);
    }

    @Test
    @Tag("F09")
    void aForeignTokenWritesNothing(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        HeldJob job = TestWork.fetched(test, JobWorkerOptions.named("w"), 1).getFirst();
        test.command("SET", test.key("1:lock"), "another");
        Map<String, String> before = test.hash("1");
        for (JobOutcome outcome : List.of(DONE, new JobOutcome.Retry("x", null),
                new JobOutcome.FailedForGood("x", null),
                new JobOutcome.GiveBack(Duration.ZERO))) {
            assertThat(TestWork.settled(test, job, outcome)).isFalse();
        }
        assertThat(test.hash("1")).isEqualTo(before);
        assertThat(test.list("active")).containsExactly("1");
        assertThat(test.text("1:lock")).isEqualTo("another");
    }

    @Test
    @Tag("F09")
    void aLongJobKeepsItsLock(TestQueue test) throws Exception {
        test.queue.add(TestQueue.job("{}"));
        CountDownLatch end = new CountDownLatch(1);
        AtomicBoolean mine = new AtomicBoolean();
        try (JobWorker worker = new JobWorker(test.queue,
                JobWorkerOptions.named("w").withLocks(Duration.ofMillis(300), Duration.ofMillis(100)), job -> {
                    end.await();
                    mine.set(job.stillMine());
                    return DONE;
                })) {
            worker.start();
            // several sweeps and lock durations go by
            await().pollDelay(Duration.ofMillis(1200)).until(() -> worker.active() == 1);
            end.countDown();
            assertThat(worker.awaitIdle(LONG)).isTrue();
        }
        assertThat(mine).isTrue();
        assertThat(test.hash("1")).doesNotContainKey("stc").containsEntry("ats", "1");
    }

    @Test
    @Tag("F09")
    void aJobFetchedAgainIsNotGivenUpWithTheLockOfItsFirstTime(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        JobWorkerOptions options = JobWorkerOptions.named("w");
        HeldJob first = TestWork.fetched(test, options, 1).getFirst();
        test.command("DEL", test.key("1:lock"), test.key("active"));
        test.command("RPUSH", test.key("wait"), "1");
        HeldJob again = TestWork.fetched(test, options, 1).getFirst();
        HeldJobs held = new HeldJobs(test.queue, options.lockDuration());
        held.take(first);
        held.take(again);

        held.renew();
        assertThat(first.stillMine()).isFalse();
        assertThat(again.stillMine()).isTrue();
    }

    @Test
    @Tag("F09")
    void aStoppingWorkerFinishesWhatItCanAndGivesBackTheRest(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("quick", null, "{}", JobOptions.DEFAULT));
        test.queue.add(NewJob.of("endless", null, "{}", JobOptions.DEFAULT));
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w"), job -> {
            begun.countDown();
            (job.name().equals("quick") ? go : never).await();
            return DONE;
        });
        worker.start();
        begun.await();
        test.queue.add(TestQueue.job("{\"later\":1}"));
        await().until(() -> test.queue.counts().active() == 3);
        Thread.ofVirtual().start(go::countDown);
        worker.stop(Duration.ofMillis(300));

        assertThat(test.set("completed")).containsOnlyKeys("1");
        assertThat(test.list("wait")).containsExactlyInAnyOrder("2", "3");
        assertThat(test.list("active")).isEmpty();
        assertThat(test.hash("2")).doesNotContainKey("atm");
        assertThat(test.exists("2:lock")).isFalse();
        test.queue.add(TestQueue.job("{}"));
        assertThat(worker.processed()).isEqualTo(1);
    }
}
