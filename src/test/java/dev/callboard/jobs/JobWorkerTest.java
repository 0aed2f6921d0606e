package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a job through a worker. */
@ExtendWith(RedisOfTests.class)
class JobWorkerTest {

    @Test
    void aJobIsDoneAndLeavesTheTracesThatBullmqLeaves(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{\"a\":1}"));
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w1"), job -> {
            job.log("working");
            return new JobOutcome.Completed("{\"ok\":true}");
        })) {
            worker.start();
            assertThat(worker.awaitIdle(Duration.ofSeconds(10))).isTrue();
            assertThat(worker.processed()).isEqualTo(1);
        }
        assertThat(test.hash("1")).containsEntry("returnvalue", "{\"ok\":true}").containsEntry("ats", "1")
                .containsEntry("atm", "1").containsEntry("pb", "w1").containsKeys("processedOn", "finishedOn");
        assertThat(test.set("completed")).containsOnlyKeys("1");
        assertThat(test.list("1:logs")).containsExactly("working");
        assertThat(test.exists("1:lock")).isFalse();
        assertThat(test.list("active")).isEmpty();
        assertThat(test.events()).containsExactly("added jobId=1 name=paint", "waiting jobId=1",
                "active jobId=1 prev=waiting", "completed jobId=1 returnvalue={\"ok\":true} prev=active", "drained");
    }

    @Test
    void aJobAddedLaterIsTakenAtOnce(TestQueue test) {
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w1"),
                job -> new JobOutcome.Completed(null))) {
            worker.start();
            await().until(() -> new WorkerPresence(test.redis).countIn(test.queue.keys()) == 1);
            for (int number = 1; number <= 5; number++) {
                long expected = number;
                test.queue.add(TestQueue.job("{}"));
                await().atMost(Duration.ofSeconds(2)).until(() -> worker.processed() == expected);
            }
        }
        assertThat(List.copyOf(test.set("completed").keySet())).hasSize(5);
    }
}
