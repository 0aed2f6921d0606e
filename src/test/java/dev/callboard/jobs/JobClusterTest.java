package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.redis.RedisConnection;

/** The whole engine on a cluster, with a queue on each of its servers. */
class JobClusterTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static ClusterOfTests cluster;
    private static RedisConnection redis;
    private static int begun;

    @BeforeAll
    static void begin() {
        cluster = new ClusterOfTests();
        redis = new RedisConnection(cluster.address());
    }

    @AfterAll
    static void end() {
        redis.close();
        cluster.close();
    }

    /** A queue on each server, of another prefix for each test; the names carry the braces. */
    private static List<JobQueue> queues() {
        String prefix = "shop" + begun++;
        return cluster.names().stream().map(name -> new JobQueue(redis, prefix, name)).toList();
    }

    private static List<NewJob> jobs(int count, JobOptions options) {
        return IntStream.range(0, count).mapToObj(n -> NewJob.of("x", "j-" + n, "{\"n\":" + n + "}", options)).toList();
    }

    private static JobHandler failingEach(int nth, Collection<String> run) {
        return job -> {
            run.add(job.id());
            int number = Integer.parseInt(job.id().substring(2));
            return number % nth != 0 ? new JobOutcome.Completed(null) : job.attemptsMade() + 1 < job.maxAttempts()
                    ? new JobOutcome.Retry("not yet", "at x", Duration.ofMillis(20))
                    : new JobOutcome.FailedForGood("never", "at x");
        };
    }

    @Test
    void eachServersJobsAreAddedWorkedTriedAgainAndHeardOf() {
        List<JobQueue> queues = queues();
        Collection<String> run = new ConcurrentLinkedQueue<>();
        Collection<String> heard = new ConcurrentLinkedQueue<>();
        List<AutoCloseable> open = new ArrayList<>();
        for (JobQueue queue : queues) {
            open.add(queue.events(event -> heard.add(queue.name() + " " + event.kind())));
            open.add(started(queue, JobWorkerOptions.named("w").withConcurrency(5), failingEach(10, run)));
        }
        try {
            for (JobQueue queue : queues) {
                queue.addAll(jobs(50, JobOptions.DEFAULT.withAttempts(2, null)));
                queue.add(NewJob.of("x", "k-51", "{}", JobOptions.DEFAULT.withPriority(3)));
                queue.add(NewJob.of("x", "k-52", "{}", JobOptions.DEFAULT.withDelay(Duration.ofMillis(100))));
            }
            for (JobQueue queue : queues) {
                await().atMost(LONG).until(queue::counts, new JobCounts(0, 0, 0, 0, 0, 47, 5)::equals);
                await().atMost(LONG).until(() -> times(heard, queue.name() + " completed") == 47
                        && times(heard, queue.name() + " failed") == 5
                        && times(heard, queue.name() + " retries-exhausted") == 5);
                assertThat(queue.overview().workers()).isEqualTo(1);
            }
            assertThat(run).hasSize(3 * (50 + 5 + 2));
            assertThat(new JobQueues(redis).discover(queues.getFirst().prefix())).extracting(QueueOverview::name)
                    .containsExactlyInAnyOrderElementsOf(cluster.names());
        } finally {
            open.forEach(JobClusterTest::closed);
        }
    }

    @Test
    void whatADeadWorkerHeldIsFoundByTheSweepOnEachServer() throws InterruptedException {
        Collection<String> run = new ConcurrentLinkedQueue<>();
        for (JobQueue queue : queues()) {
            queue.addAll(jobs(3, JobOptions.DEFAULT));
            JobWorkerOptions dead = JobWorkerOptions.named("dead").withLocks(Duration.ofMillis(50),
                    Duration.ofMillis(50));
            assertThat(new WorkerTurns(queue, dead).take(List.of(), 3).fetched().jobs()).hasSize(3);
            try (JobWorker worker = started(queue, JobWorkerOptions.named("w").withLocks(Duration.ofSeconds(5),
                    Duration.ofMillis(100)), failingEach(100, run))) {
                await().atMost(LONG).until(() -> queue.counts().completed() + queue.counts().failed() == 3);
                assertThat(worker.awaitIdle(LONG)).isTrue();
            }
            assertThat(queue.find("j-1").orElseThrow().stalls()).isEqualTo(1);
        }
        assertThat(run).hasSize(9);
    }

    @Test
    void everyActionOfAPersonWorksOnEachServer() throws InterruptedException {
        for (JobQueue queue : queues()) {
            queue.addAll(jobs(120, JobOptions.DEFAULT));
            try (JobWorker worker = started(queue, JobWorkerOptions.named("w"),
                    job -> new JobOutcome.FailedForGood("boom " + job.id(), "at x"))) {
                assertThat(worker.awaitIdle(LONG)).isTrue();
            }
            assertThat(queue.isPaused()).isFalse();
            queue.pause();
            assertThat(queue.isPaused()).isTrue();
            assertThat(seen(queue, 50)).hasSize(120).doesNotHaveDuplicates();
            assertThat(queue.page(JobState.FAILED, null, 50, "BOOM J-11").jobs()).hasSize(11);
            assertThat(queue.total(JobState.FAILED, "j-11")).isEqualTo(11);
            assertThat(queue.places(JobState.FAILED)).hasSize(120);
            assertThat(queue.groups()).singleElement().extracting(JobGroup::count).isEqualTo(120L);
            assertThat(queue.find("j-7").orElseThrow().failedReason()).isEqualTo("boom j-7");
            assertThat(queue.editData("j-7", "{\"mended\":true}")).isEqualTo(JobActionResult.DONE);
            assertThat(queue.findAll(List.of("j-7", "j-8", "none"))).hasSize(2)
                    .hasEntrySatisfying("j-7", job -> assertThat(job.data()).isEqualTo("{\"mended\":true}"));
            assertThat(queue.retryAll(List.of("j-7", "none"))).isEqualTo(
                    Map.of("j-7", JobActionResult.DONE, "none", JobActionResult.GONE));
            assertThat(queue.removeAll(List.of("j-8", "j-9")).values()).containsOnly(JobActionResult.DONE);
            assertThat(queue.clean(JobState.FAILED, Duration.ZERO, 17)).hasSize(17);
            assertThat(queue.retryAllFailed()).isEqualTo(100);
            assertThat(queue.changePriority("j-7", 4, false)).isEqualTo(JobActionResult.DONE);
            assertThat(queue.page(JobState.PRIORITIZED, null, 5, null).jobs()).extracting(JobSummary::id)
                    .containsExactly("j-7");
            queue.add(NewJob.of("x", "late", "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1))));
            queue.add(NewJob.of("x", "later", "{}", JobOptions.DEFAULT.withDelay(Duration.ofHours(1))));
            assertThat(queue.changeDelay("late", Duration.ofHours(2))).isEqualTo(JobActionResult.DONE);
            assertThat(queue.promote("later")).isEqualTo(JobActionResult.DONE);
            assertThat(queue.counts()).isEqualTo(new JobCounts(101, 0, 1, 1, 0, 0, 0));
            queue.resume();
            assertThat(queue.drain(true)).isEqualTo(103);
            assertThat(queue.counts()).isEqualTo(new JobCounts(0, 0, 0, 0, 0, 0, 0));
        }
    }

    @Test
    @EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
    void realBullmqOnTheClusterSharesAQueueWithUs() throws InterruptedException {
        JobQueue queue = queues().getFirst();
        try (NodeParty node = NodeParty.onCluster(6, cluster.port(), queue.prefix())) {
            List<Object> added = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                added.add(InteropWork.job("x", Map.of("failures", n % 10 == 0 ? 1 : 0), Map.of("attempts", 2)));
            }
            node.ask("listen", "queue", queue.name());
            node.ask("add", "queue", queue.name(), "jobs", added);
            queue.addAll(
                    IntStream.range(0, 200).mapToObj(n -> NewJob.of("x", null, "{}", JobOptions.DEFAULT)).toList());
            node.ask("work", "queue", queue.name());
            try (JobWorker worker = InteropWork.worker(queue, 3)) {
                await().atMost(LONG).until(() -> queue.counts().completed() == 400);
                assertThat(worker.processed() + node.ask("done").size()).isEqualTo(400);
            }
            await().atMost(LONG).until(() -> InteropWork.heard(node, "completed").size() == 400);
            assertThat(InteropWork.heard(node, "completed")).doesNotHaveDuplicates();
            JsonNode counts = node.ask("counts", "queue", queue.name());
            assertThat(counts.path("completed").asInt()).isEqualTo(400);
        }
    }

    private static List<String> seen(JobQueue queue, int limit) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            JobPage page = queue.page(JobState.FAILED, cursor, limit, null);
            page.jobs().forEach(job -> ids.add(job.id()));
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private static long times(Collection<String> heard, String word) {
        return heard.stream().filter(word::equals).count();
    }

    private static JobWorker started(JobQueue queue, JobWorkerOptions options, JobHandler handler) {
        JobWorker worker = new JobWorker(queue, options, handler);
        worker.start();
        return worker;
    }

    private static void closed(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
