package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.redis.RedisConnection;

/** Redis goes away under a worker and comes back. */
class RedisOutageTest {

    @Test
    @Tag("F09")
    void whatWasDoneMeanwhileIsWrittenAndWorkGoesOn() throws InterruptedException {
        try (TestRedis redis = TestServers.newRedis();
                RedisConnection connection = new RedisConnection(redis.address())) {
            TestQueue test = new TestQueue(connection);
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch end = new CountDownLatch(1);
            test.queue.add(TestQueue.job("{}"));
            try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w"), job -> {
                begun.countDown();
                end.await();
                return new JobOutcome.Completed(null);
            })) {
                worker.start();
                begun.await();
                redis.kill9();
                end.countDown();
                redis.restart();
                await().atMost(Duration.ofSeconds(20)).until(() -> worker.processed() == 1);
                await().atMost(Duration.ofSeconds(20)).ignoreExceptions()
                        .until(() -> test.queue.add(TestQueue.job("{}")) != null);
                await().atMost(Duration.ofSeconds(20)).until(() -> worker.processed() == 2);
            }
            assertThat(test.set("completed")).containsOnlyKeys("1", "2");
        }
    }
}
