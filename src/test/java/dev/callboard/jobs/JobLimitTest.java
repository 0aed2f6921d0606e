package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many jobs run, when, and how many stay afterwards. */
@ExtendWith(RedisOfTests.class)
class JobLimitTest {
    private static final JobOutcome DONE = new JobOutcome.Completed(null);

    @Test
    @Tag("F08")
    void noMoreRunAtOnceThanThereAreHands(TestQueue test) throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int number = 0; number < 30; number++) {
            test.queue.add(TestQueue.job("{}"));
        }
        CountDownLatch five = new CountDownLatch(5);
        TestWork.drained(test, job -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            five.countDown();
            five.await();
            running.decrementAndGet();
            return DONE;
        });
        assertThat(most).hasValue(5);
    }

    @Test
    @Tag("F08")
    void noMoreThanTenStartPerWindowWhichOpensWithTheFirst(TestQueue test) {
        for (int number = 0; number < 25; number++) {
            test.queue.add(TestQueue.job("{}"));
        }
        AtomicInteger started = new AtomicInteger();
        JobWorkerOptions limited = JobWorkerOptions.named("w").withLimiter(10, Duration.ofMinutes(1));
        try (JobWorker one = new JobWorker(test.queue, limited, job -> counted(started));
                JobWorker two = new JobWorker(test.queue, limited, job -> counted(started))) {
            one.start();
            two.start();
            await().untilAsserted(() -> assertThat(test.queue.counts().completed()).isEqualTo(10));
            assertThat(test.text("limiter")).isEqualTo("10");
            assertThat(test.redis.client().getBucket(test.key("limiter")).remainTimeToLive()).isBetween(30_000L,
                    60_000L);
            assertThat(new WorkerTurns(test.queue, limited).take(List.of(), 5).fetched()).satisfies(none -> {
                assertThat(none.jobs()).isEmpty();
                assertThat(none.limitedMillis()).isPositive();
            });
            // the window ends
            test.command("PEXPIRE", test.key("limiter"), "1");
            await().until(() -> !test.exists("limiter"));
            assertThat(TestWork.fetched(test, limited, 1)).hasSize(1);
        }
        assertThat(started).hasValue(10);
    }

    private static JobOutcome counted(AtomicInteger count) {
        count.incrementAndGet();
        return DONE;
    }

    @Test
    @Tag("F08")
    void theLastCompletedAreKeptAndEveryFailedOne(TestQueue test) throws InterruptedException {
        for (int number = 1; number <= 260; number++) {
            test.queue.add(TestQueue.job(number % 2 == 0 ? "{}" : "{\"fail\":1}"));
        }
        TestWork.drained(test, job -> job.data().equals("{}") ? DONE : new JobOutcome.FailedForGood("boom", null));
        assertThat(test.queue.counts()).isEqualTo(new JobCounts(0, 0, 0, 0, 0, 100, 130));
        assertThat(test.exists("2")).isFalse();
        assertThat(test.exists("1")).isTrue();
    }

    @Test
    void theJobsOwnKeepPolicyComesFirst(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.keeping(KeepPolicy.NONE, null)));
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.keeping(KeepPolicy.ALL, null)));
        TestWork.drained(test, job -> DONE);
        assertThat(test.exists("1")).isFalse();
        assertThat(test.set("completed")).containsOnlyKeys("2");
        assertThat(test.events()).contains("completed jobId=1 returnvalue=null prev=active");
    }

    @Test
    void aPausedQueueStartsNothingAndOneOfGivenConcurrencyNoMoreThanThat(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        test.queue.add(TestQueue.job("{}"));
        JobWorkerOptions options = JobWorkerOptions.named("w");
        test.queue.pause();
        assertThat(TestWork.fetched(test, options, 5)).isEmpty();
        test.queue.resume();
        test.put("meta", "concurrency", "1");
        HeldJob only = TestWork.fetched(test, options, 5).getFirst();
        assertThat(TestWork.fetched(test, options, 5)).isEmpty();
        test.command("DEL", test.key("marker"));
        TestWork.settled(test, only, DONE);
        assertThat(test.set("marker")).as("a place became free").containsOnlyKeys("0");
        assertThat(TestWork.fetched(test, options, 5)).hasSize(1);
    }

    @Test
    void dueJobsAreTakenWhenTheyAreDue(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofMillis(700))));
        long before = System.nanoTime();
        TestWork.drained(test, job -> DONE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(600));
        assertThat(test.hash("1")).containsEntry("delay", "0");
    }
}
