package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The way of a job through a worker, and the traces it leaves in Redis. */
@ExtendWith(RedisOfTests.class)
class JobWorkerTest {
    private static final Duration LONG = Duration.ofSeconds(15);
    private static final JobOutcome DONE = new JobOutcome.Completed(null);

    /** Works until nothing is left to do. */
    private static JobWorker drained(TestQueue test, JobHandler handler) throws InterruptedException {
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w1"), handler)) {
            worker.start();
            assertThat(worker.awaitIdle(LONG)).isTrue();
            return worker;
        }
    }

    @Test
    void aJobIsDoneAndLeavesTheTracesThatBullmqLeaves(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{\"a\":1}"));
        JobWorker worker = drained(test, job -> {
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
                await().atMost(Duration.ofSeconds(2)).until(() -> worker.processed() == expected);
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
    @Tag("F08")
    void noMoreRunAtOnceThanThereAreHands(TestQueue test) throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (int number = 0; number < 30; number++) {
            test.queue.add(TestQueue.job("{}"));
        }
        CountDownLatch five = new CountDownLatch(5);
        drained(test, job -> {
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
            assertThat(new JobFetch(test.queue, limited).fetch(5)).satisfies(none -> {
                assertThat(none.jobs()).isEmpty();
                assertThat(none.limitedMillis()).isPositive();
            });
            // the window ends
            test.command("PEXPIRE", test.key("limiter"), "1");
            await().until(() -> !test.exists("limiter"));
            assertThat(new JobFetch(test.queue, limited).fetch(1).jobs()).hasSize(1);
        }
        assertThat(started).hasValue(10);
    }

    private static JobOutcome counted(AtomicInteger count) {
        count.incrementAndGet();
        return DONE;
    }

    @Test
    @Tag("F06")
    void retriesComeAfterFiveTenTwentyFortySecondsAndFiveAttemptsInAll(TestQueue test) throws Exception {
        test.queue.add(NewJob.of("x", null, "{}",
                JobOptions.DEFAULT.withAttempts(5, Backoff.exponential(Duration.ofSeconds(5)))));
        List<Long> waits = new ArrayList<>();
        JobWorkerOptions options = JobWorkerOptions.named("w");
        JobFetch fetch = new JobFetch(test.queue, options);
        JobSettlement settlement = new JobSettlement(test.queue, 100);
        for (int attempt = 1; attempt <= 5; attempt++) {
            HeldJob job = fetch.fetch(1).jobs().getFirst();
            assertThat(job.attemptsMade() + 1).isEqualTo(attempt);
            assertThat(job.maxAttempts()).isEqualTo(5);
            if (job.attemptsMade() + 1 == job.maxAttempts()) {
                settlement.settle(job, new JobOutcome.FailedForGood("boom 5", "stack 5"));
                break;
            }
            long before = System.currentTimeMillis();
            settlement.settle(job, new JobOutcome.Retry("boom " + attempt, "stack " + attempt));
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
    @Tag("F06")
    void aHandlerThatThrowsHasFailedThisAttempt(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{}"));
        AtomicBoolean first = new AtomicBoolean(true);
        drained(test, job -> {
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
    @Tag("F02")
    void aRefailedJobLiesWhereItLayAndCountsNoAttempt(TestQueue test) throws InterruptedException {
        test.failed("a", "x", "{}", "boom", 5000);
        test.queue.retry("a");
        test.forgetEvents();
        drained(test, job -> new JobOutcome.Refailed("boom", "[\"old\"]", 5000L));
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
        drained(test, job -> back.isEmpty() ? DONE : new JobOutcome.GiveBack(back.removeFirst()));
        assertThat(test.hash("1")).containsEntry("atm", "1").containsEntry("ats", "3");
        assertThat(test.set("completed")).containsOnlyKeys("1");
        assertThat(test.events()).contains("waiting jobId=1 prev=active", "delayed jobId=1",
                "waiting jobId=1 prev=delayed");
    }

    @Test
    void whatHandlersSayThatIsNotJsonStopsNoListener(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{}"));
        drained(test, job -> new JobOutcome.Completed("not \"JSON\""));
        assertThat(test.hash("1")).containsEntry("returnvalue", "\"not \\\"JSON\\\"\"");
    }

    @Test
    @Tag("F08")
    void theLastCompletedAreKeptAndEveryFailedOne(TestQueue test) throws InterruptedException {
        for (int number = 1; number <= 260; number++) {
            test.queue.add(TestQueue.job(number % 2 == 0 ? "{}" : "{\"fail\":1}"));
        }
        drained(test, job -> job.data().equals("{}") ? DONE : new JobOutcome.FailedForGood("boom", null));
        assertThat(test.queue.counts()).isEqualTo(new JobCounts(0, 0, 0, 0, 0, 100, 130));
        assertThat(test.exists("2")).isFalse();
        assertThat(test.exists("1")).isTrue();
    }

    @Test
    void theJobsOwnKeepPolicyComesFirst(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.keeping(KeepPolicy.NONE, null)));
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.keeping(KeepPolicy.ALL, null)));
        drained(test, job -> DONE);
        assertThat(test.exists("1")).isFalse();
        assertThat(test.set("completed")).containsOnlyKeys("2");
        assertThat(test.events()).contains("completed jobId=1 returnvalue=null prev=active");
    }

    @Test
    @Tag("F09")
    void aJobWhoseWorkerWasKilledIsTakenOverAndItsLateAnswerIsNotWritten(TestQueue test) throws Exception {
        test.queue.add(TestQueue.job("{}"));
        JobWorkerOptions options = JobWorkerOptions.named("w2").withLocks(Duration.ofMillis(300),
                Duration.ofMillis(200));
        HeldJob killed = new JobFetch(test.queue, options).fetch(1).jobs().getFirst();
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
        assertThat(new JobSettlement(test.queue, 100).settle(killed, DONE)).isFalse();
        assertThat(test.hash("1")).containsEntry("stc", "1").containsEntry("atm", "1").doesNotContainKey("defa");
        assertThat(test.events()).contains("waiting jobId=1 prev=active", "stalled jobId=1");
        assertThat(test.events().stream().filter(event -> event.startsWith("completed"))).hasSize(1);
    }

    @Test
    @Tag("F09")
    void aForeignTokenWritesNothing(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        HeldJob job = new JobFetch(test.queue, JobWorkerOptions.named("w")).fetch(1).jobs().getFirst();
        test.command("SET", test.key("1:lock"), "another");
        Map<String, String> before = test.hash("1");
        for (JobOutcome outcome : List.of(DONE, new JobOutcome.Retry("x", null),
                new JobOutcome.FailedForGood("x", null),
                new JobOutcome.GiveBack(Duration.ZERO))) {
            assertThat(new JobSettlement(test.queue, 100).settle(job, outcome)).isFalse();
        }
        assertThat(test.hash("1")).isEqualTo(before);
        assertThat(test.list("active")).containsExactly("1");
        assertThat(test.text("1:lock")).isEqualTo("another");
    }

    @Test
    @Tag("F09")
    void aJobThatStallsTooOftenIsFailedByTheNextWorkerWithoutRunning(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{}"));
        for (int stall = 1; stall <= 2; stall++) {
            new JobFetch(test.queue, JobWorkerOptions.named("w")).fetch(1);
            for (int sweep = 0; sweep < 2; sweep++) {
                test.command("DEL", test.key("1:lock"), test.key("stalled-check"));
                test.queue.scripts().run("stalled", test.queue.keys().meta(), 1000, 1);
            }
        }
        assertThat(test.hash("1")).containsEntry("stc", "2").containsEntry("defa",
                "job stalled more than allowable limit");
        drained(test, job -> job.deferredFailure() == null
                ? DONE
                : new JobOutcome.FailedForGood(job.deferredFailure(), null));
        assertThat(test.set("failed")).containsOnlyKeys("1");
        assertThat(test.hash("1")).doesNotContainKey("defa").containsEntry("failedReason",
                "job stalled more than allowable limit");
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

    @Test
    void aPausedQueueStartsNothingAndOneOfGivenConcurrencyNoMoreThanThat(TestQueue test) {
        test.queue.add(TestQueue.job("{}"));
        test.queue.add(TestQueue.job("{}"));
        JobFetch fetch = new JobFetch(test.queue, JobWorkerOptions.named("w"));
        test.queue.pause();
        assertThat(fetch.fetch(5).jobs()).isEmpty();
        test.queue.resume();
        test.put("meta", "concurrency", "1");
        HeldJob only = fetch.fetch(5).jobs().getFirst();
        assertThat(fetch.fetch(5).jobs()).isEmpty();
        test.command("DEL", test.key("marker"));
        new JobSettlement(test.queue, 100).settle(only, DONE);
        assertThat(test.set("marker")).as("a place became free").containsOnlyKeys("0");
        assertThat(fetch.fetch(5).jobs()).hasSize(1);
    }

    @Test
    void dueJobsAreTakenWhenTheyAreDue(TestQueue test) throws InterruptedException {
        test.queue.add(NewJob.of("x", null, "{}", JobOptions.DEFAULT.withDelay(Duration.ofMillis(700))));
        long before = System.nanoTime();
        drained(test, job -> DONE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isBetween(Duration.ofMillis(600),
                Duration.ofMillis(2500));
        assertThat(test.hash("1")).containsEntry("delay", "0");
    }

    @Test
    void jobsOfParentsSchedulesAndDeduplicationsAreLeftForThoseWhoKeepTheirBooks(TestQueue test)
            throws InterruptedException {
        for (String field : List.of("parentKey", "rjk", "deid")) {
            test.put("of-" + field, "name", "x");
            test.put("of-" + field, field, "something");
            test.command("RPUSH", test.key("wait"), "of-" + field);
        }
        test.queue.add(TestQueue.job("{}"));
        try (JobWorker worker = new JobWorker(test.queue, JobWorkerOptions.named("w"), job -> DONE)) {
            worker.start();
            await().until(() -> worker.processed() == 1);
        }
        assertThat(test.list("wait")).containsExactly("of-parentKey", "of-rjk", "of-deid");
        assertThat(test.hash("of-rjk")).doesNotContainKey("ats");
    }

    @Test
    @Tag("A09")
    void idsOfWhichNothingIsKnownStopNobody(TestQueue test) throws InterruptedException {
        test.queue.add(TestQueue.job("{}"));
        test.command("SET", test.key("stranger"), "no hash");
        test.command("RPUSH", test.key("wait"), "ghost", "0:5", "stranger");
        test.command("ZADD", test.key("prioritized"), "5", "ghost2");
        JobWorker worker = drained(test, job -> DONE);
        assertThat(worker.processed()).isEqualTo(1);
        assertThat(test.exists("ghost")).isFalse();
        assertThat(test.text("stranger")).isEqualTo("no hash");
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
