package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Queues are found by their keys, workers by the names of their connections. */
@ExtendWith(RedisOfTests.class)
class JobQueuesTest {

    @Test
    @Tag("A01")
    void everyQueueIsFoundWhoeverMadeIt(TestQueue test) {
        test.command("HSET", "shop[1]:paint:meta", "opts.maxLenEvents", "10000", "version", "bullmq:6.7.0", "paused",
                "1");
        test.command("RPUSH", "shop[1]:paint:wait", "1", "2");
        test.command("RPUSH", "shop[1]:paint:paused", "3");
        test.command("HSET", "shop[1]:flow only:meta", "opts.maxLenEvents", "10000");
        test.command("SET", "shop[1]:text:meta", "of another program");
        test.command("HSET", "shop[1]:deep:er:meta", "a", "b");
        test.command("HSET", "shop1:other:meta", "a", "b");

        JobQueues queues = new JobQueues(test.redis);
        assertThat(queues.discover("shop[1]")).containsExactly(
                new QueueOverview("flow only", null, false, new JobCounts(0, 0, 0, 0, 0, 0, 0), 0),
                new QueueOverview("paint", "bullmq:6.7.0", true, new JobCounts(3, 0, 0, 0, 0, 0, 0), 0));
        assertThat(queues.discover("nothing")).isEmpty();
    }

    @Test
    void aWorkerConnectedToSeveralServersIsOne() {
        QueueKeys keys = new QueueKeys("{bull}", "paint");
        String worker = keys.workerConnection("w");
        assertThat(WorkerPresence.most(List.of(List.of(worker, "callboard"), List.of(worker, worker)), keys))
                .isEqualTo(2);
        assertThat(WorkerPresence.most(List.of(), keys)).isZero();
    }

    @Test
    void aWorkerIsListedByItsConnection(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        assertThat(test.queue.overview().workers()).isZero();
        try (JobWorker one = worker(test, "counter 1"); JobWorker two = worker(test, "counter-2")) {
            one.start();
            two.start();
            await().untilAsserted(() -> assertThat(test.queue.overview().workers()).isEqualTo(2));
        }
        await().untilAsserted(() -> assertThat(test.queue.overview().workers()).isZero());
    }

    private static JobWorker worker(TestQueue test, String name) {
        return new JobWorker(test.queue, JobWorkerOptions.named(name), job -> new JobOutcome.Completed(null));
    }

    @Test
    void aRedisThatForbidsTheQuestionLeavesWorkersUnknown(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        TestQueue.acl(test, "SETUSER", "reader", "on", ">secret", "~*", "+@all", "-client", "+client|setname",
                "+client|setinfo");
        try (var redis = new dev.callboard.redis.RedisConnection(dev.callboard.redis.RedisAddress
                .parse("redis://reader:secret@" + test.redis.address().shown() + "/0"))) {
            assertThat(new JobQueues(redis).discover("bull")).anySatisfy(queue -> {
                assertThat(queue.name()).isEqualTo(test.queue.name());
                assertThat(queue.workers()).isNull();
                assertThat(queue.counts().waiting()).isEqualTo(1);
            });
        }
    }
}
