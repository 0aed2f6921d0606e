package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a job through a worker, and the traces it leaves in Redis. */
@ExtendWith(RedisOfTests.class)
class JobWorkerTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final JobOutcome DONE = new JobOutcome.Completed(null);

    @Test
    void aJobIsDoneAndLeavesTheTracesThatBullmqLeaves(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{\"a\":1}"));
        JobWorker worker = TestWork.drained(test, job -> {
            job.log("working");
            return new JobOutcome.Completed("{\"ok\":true}");
        });
        assertThat(worker.processed()).isEqualTo(1);
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
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w1"), job -> DONE)) {
            worker.start();
            await().until(() -> test.queue.overview().workers() == 1);
            for (int number = 1; number <= 5; number++) {
                long expected = number;
                test.queue.add(TestQueue.job("{}"));
                // well before a worker that nobody wakes looks again
                await().atMost(Duration.ofSeconds(4)).until(() -> worker.processed() == expected);
            }
        }
    }

    @Test
    void jobsAreTakenByPriorityThenArrivalAndNeverMoreThanHandsAtOnce(TestQueue test) throws InterruptedException {
        List<NewJob> jobs = new ArrayList<>();
        for (int priority : List.of(9, 2, 0, 9, 0)) {
            jobs.add(NewJob.of("p" + priority, null, "{}", JobOptions.DEFAULT.withPriority(priority)));
        }
        test.queue.addAll(jobs);
        List<String> order = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w").withConcurrency(1), job -> {
            order.add(job.name() + " " + job.id());
            return DONE;
        })) {
            worker.start();
            assertThat(worker.awaitIdle(LONG)).isTrue();
        }
        assertThat(order).containsExactly("p0 3", "p0 5", "p2 2", "p9 1", "p9 4");
        assertThat(test.exists("pc")).isFalse();
    }

    @Test
    void whatHandlersSayThatIsNotJsonStopsNoListener(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{}"));
        TestWork.drained(test, job -> new JobOutcome.Completed("not \"JSON\""));
        assertThat(test.hash("1")).containsEntry("returnvalue", "\"not \\\"JSON\\\"\"");
    }

    @Test
    void thePresentIterationsOfSchedulesAreLeftForThoseWhoPlanTheNext(TestQueue test) throws InterruptedException {
        iteration(test, "repeat:one:1795147869110", "one", "1795147869110");
        iteration(test, "repeat:two:1795147869110", "two", "1795147869110");
        iteration(test, "repeat:one:1795147800000", "one", "1795147869110");
        iteration(test, "repeat:removed:1795147869110", "removed", null);
        test.queue.add(TestQueue.job("{}"));
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w"), job -> DONE)) {
            worker.start();
            await().until(() -> worker.processed() == 3);
        }
        assertThat(test.list("wait")).containsExactly("repeat:one:1795147869110", "repeat:two:1795147869110");
        assertThat(test.hash("repeat:one:1795147869110")).doesNotContainKey("ats");
    }

    @Test
    void manyIterationsAtTheTailStarveNobodyBehindThem(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        test.queue.add(NewJob.of("prioritized", null, "{}", JobOptions.DEFAULT.withPriority(3)));
        for (int number = 0; number < 120; number++) {
            iteration(test, "repeat:s" + number + ":1795147869110", "s" + number, "1795147869110");
        }
        List<HeldJob> taken = TestWork.fetched(test, JobWorkerOptions.named("w"), 2);
        assertThat(taken).extracting(HeldJob::id).containsExactly("1", "2");
        assertThat(test.list("wait")).hasSize(120).doesNotContain("1");
    }

    @Test
    void thePresentIterationOfAnOlderRepeatableJobIsLeftAsWell(TestQueue test) {
        String schedule = "tick::::5000";
        iteration(test, "repeat:0123456789abcdef:1795147869110", schedule, "1795147869110");
        assertThat(TestWork.fetched(test, JobWorkerOptions.named("w"), 1)).isEmpty();
        // one whose count is kept has its name in its jobs' ids: this is none of its own
        test.put("repeat:" + schedule, "ic", "1");
        assertThat(TestWork.fetched(test, JobWorkerOptions.named("w"), 1)).hasSize(1);
    }

    private static void iteration(TestQueue test, String id, String schedule, String next) {
        test.put(id, "name", "x");
        test.put(id, "rjk", schedule);
        test.command("RPUSH", test.key("wait"), id);
        if (next != null) {
            test.command("ZADD", test.key("repeat"), next, schedule);
        }
    }

    @Test
    @Tag("A09")
    void idsOfWhichNothingIsKnownStopNobody(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{}"));
        test.command("SET", test.key("stranger"), "no hash");
        test.command("RPUSH", test.key("wait"), "ghost", "0:5", "stranger");
        test.command("ZADD", test.key("prioritized"), "5", "ghost2");
        JobWorker worker = TestWork.drained(test, job -> DONE);
        assertThat(worker.processed()).isEqualTo(1);
        assertThat(test.exists("ghost")).isFalse();
        assertThat(test.text("stranger")).isEqualTo("no hash");
    }

    @Test
    @Tag("F09")
    void manyWorkersShareAQueueAndNoJobIsDoneTwice(TestQueue test) throws InterruptedException {
        List<NewJob> jobs = new ArrayList<>();
        for (int number = 0; number < 3000; number++) {
            jobs.add(TestQueue.job("{}"));
        }
        test.queue.addAll(jobs);
        Set<String> done = ConcurrentHashMap.newKeySet();
        AtomicInteger twice = new AtomicInteger();
        JobHandler handler = job -> {
            if (!done.add(job.id())) {
                twice.incrementAndGet();
            }
            return DONE;
        };
        try (JobWorker one = new JobWorker(test.queue, JobWorkerOptions.named("a").withConcurrency(20), handler);
                JobWorker two = new JobWorker(test.queue, JobWorkerOptions.named("b").withConcurrency(20), handler)) {
            one.start();
            two.start();
            assertThat(one.awaitIdle(LONG)).isTrue();
        }
        assertThat(done).hasSize(3000);
        assertThat(twice).hasValue(0);
        assertThat(test.queue.counts()).isEqualTo(new JobCounts(0, 0, 0, 0, 0, 100, 0));
    }
}
