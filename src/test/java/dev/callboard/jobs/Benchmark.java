package dev.callboard.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.redis.RedisConnection;

/**
 * BullMQ 6.7.0 and this engine side by side on one fresh Redis, in turns; prints medians and their ratio.
 *
 * <p>Both parties are long-lived processes, and the first round, in which both warm up, does not count. Jobs that a
 * worker finds are made by the same bulk add for both, and both keep every completed job.
 */
public final class Benchmark {
    private static final String QUEUE = "bench";
    private static final int ROUNDS = setting("BENCH_ROUNDS", 3);
    private static final int BACKLOG = setting("BENCH_BACKLOG", 50_000);
    private static final int FAILED = 20_000;
    private static final int MANY_FAILED = 100_000;

    private final RedisConnection redis;
    private final NodeParty node;
    private final JobQueue queue;
    private final Map<String, BenchmarkFigures> figures = new LinkedHashMap<>();

    /** One party's part in a scenario; answers the figure. */
    private interface Part {
        double run() throws InterruptedException;
    }

    private Benchmark(RedisConnection redis, NodeParty node) {
        this.redis = redis;
        this.node = node;
        this.queue = new JobQueue(redis, "bull", QUEUE);
    }

    /** Runs everything; ends with 1 where something failed. */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            runAll();
            status = 0;
        } catch (IOException | InterruptedException | RuntimeException | Error failure) {
            failure.printStackTrace();
        }
        // threads of clients may still be there
        System.exit(status);
    }

    private static void runAll() throws IOException, InterruptedException {
        try (TestRedis server = TestServers.newRedis();
                RedisConnection redis = new RedisConnection(server.address());
                NodeParty node = NodeParty.start("bench.mjs", String.valueOf(server.port()))) {
            Benchmark benchmark = new Benchmark(redis, node);
            for (int round = 0; round <= ROUNDS; round++) {
                benchmark.round(round > 0);
            }
            String table = BenchmarkFigures.table(benchmark.figures);
            System.out.println(table);
            Files.writeString(Path.of("target", "benchmark.md"), table);
        }
    }

    private void round(boolean counts) throws InterruptedException {
        both(counts, "add, 50 in flight (jobs/s)", true, () -> {}, () -> perSecond(BACKLOG,
                millis("add", "count", BACKLOG, "inFlight", 50)), () -> perSecond(BACKLOG, add(BACKLOG, 50)));
        both(counts, "bulk add (jobs/s)", true, () -> {}, () -> perSecond(BACKLOG, millis("bulk", "count", BACKLOG)),
                () -> perSecond(BACKLOG, bulk(BACKLOG)));
        for (int concurrency : List.of(1, 50, 200)) {
            both(counts, "worker, concurrency " + concurrency + " (jobs/s)", true, () -> bulk(BACKLOG),
                    () -> perSecond(BACKLOG, millis("work", "count", BACKLOG, "concurrency", concurrency)),
                    () -> perSecond(BACKLOG, work(BACKLOG, concurrency)));
        }
        both(counts, "add to completed, 200 jobs/s (ms)", false, () -> {},
                () -> node.ask("latency", "queue", QUEUE, "count", 1000, "perSecond", 200).get("median").asDouble(),
                () -> latency(1000, 200));
        both(counts, "retry 20,000 failed (ms)", false, () -> fail(FAILED), () -> millis("retry"), this::retry);
        both(counts, "first page of 100,000 failed (ms)", false, () -> fail(MANY_FAILED),
                () -> millis("page", "offset", 0, "times", 20), () -> page(0, 20));
        both(counts, "page at offset 90,000 (ms)", false, () -> fail(MANY_FAILED),
                () -> millis("page", "offset", 90_000, "times", 20), () -> page(90_000, 20));
    }

    private void both(boolean counts, String what, boolean moreIsBetter, Runnable prepare, Part theirs, Part ours)
            throws InterruptedException {
        BenchmarkFigures all = counts
                ? figures.computeIfAbsent(what, name -> new BenchmarkFigures(moreIsBetter))
                : new BenchmarkFigures(moreIsBetter);
        one(prepare, theirs, all.bullmq(), all.theirBlocks());
        one(prepare, ours, all.ours(), all.ourBlocks());
        System.out.printf(Locale.ROOT, "%-40s BullMQ %10.2f   Callboard %10.2f%n", what, all.bullmq().getLast(),
                all.ours().getLast());
    }

    private void one(Runnable prepare, Part part, List<Double> into, List<Double> blocks)
            throws InterruptedException {
        node.ask("begin");
        prepare.run();
        node.ask("forgetBlocks");
        into.add(part.run());
        blocks.add(node.ask("longestBlock").get("millis").asDouble());
    }

    private double millis(String what, Object... fields) {
        List<Object> all = new ArrayList<>(List.of("queue", QUEUE));
        all.addAll(List.of(fields));
        return node.ask(what, all.toArray()).get("millis").asDouble();
    }

    private static int setting(String variable, int otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static double perSecond(int count, double millis) {
        return count / millis * 1000;
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static NewJob job(int number) {
        return NewJob.of("paint", null, "{\"n\":" + number + "}", JobOptions.DEFAULT);
    }

    private double add(int count, int inFlight) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(inFlight);
        long start = System.nanoTime();
        for (int hand = 0; hand < inFlight; hand++) {
            Thread.ofVirtual().start(() -> {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    queue.add(job(number));
                }
                all.countDown();
            });
        }
        all.await();
        return millisSince(start);
    }

    private double bulk(int count) {
        long start = System.nanoTime();
        for (int from = 0; from < count; from += 1000) {
            List<NewJob> jobs = new ArrayList<>();
            for (int number = from; number < Math.min(count, from + 1000); number++) {
                jobs.add(job(number));
            }
            queue.addAll(jobs);
        }
        return millisSince(start);
    }

    private double work(int count, int concurrency) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(count);
        JobWorkerOptions options = JobWorkerOptions.named("bench").withConcurrency(concurrency).withKeepCompleted(-1);
        try (JobWorker worker = new JobWorker(queue, options, job -> new JobOutcome.Completed(null),
                all::countDown)) {
            long start = System.nanoTime();
            worker.start();
            all.await();
            return millisSince(start);
        }
    }

    /** Jobs end in the order in which they begin here, since one is through long before the next is added. */
    private double latency(int count, int perSecond) throws InterruptedException {
        Queue<Long> begun = new ConcurrentLinkedQueue<>();
        Queue<Double> latencies = new ConcurrentLinkedQueue<>();
        CountDownLatch all = new CountDownLatch(count);
        try (JobWorker worker = new JobWorker(queue, JobWorkerOptions.named("bench").withKeepCompleted(-1),
                job -> new JobOutcome.Completed(null), () -> {
                    latencies.add(millisSince(begun.remove()));
                    all.countDown();
                })) {
            worker.start();
            long start = System.nanoTime();
            for (int number = 0; number < count; number++) {
                long due = start + number * 1_000_000_000L / perSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                begun.add(System.nanoTime());
                queue.add(job(number));
            }
            all.await();
        }
        return BenchmarkFigures.median(List.copyOf(latencies));
    }

    private double retry() {
        long start = System.nanoTime();
        if (queue.retryAllFailed() != FAILED) {
            throw new IllegalStateException("not all were retried");
        }
        return millisSince(start);
    }

    private double page(int offset, int times) {
        String cursor = null;
        for (int seen = 0; seen < offset; seen += 1000) {
            cursor = queue.page(JobState.FAILED, cursor, 1000, null).next();
        }
        node.ask("forgetBlocks");
        long start = System.nanoTime();
        for (int time = 0; time < times; time++) {
            if (queue.page(JobState.FAILED, cursor, 100, null).jobs().size() != 100) {
                throw new IllegalStateException("not a whole page");
            }
        }
        return millisSince(start) / times;
    }

    /** Failed jobs as any worker leaves them. */
    private void fail(int count) {
        RScript script = redis.client().getScript(StringCodec.INSTANCE);
        for (int from = 0; from < count; from += 1000) {
            script.eval(RScript.Mode.READ_WRITE, """
                    for n = ARGV[1], ARGV[1] + 999 do
                      local id = 'f' .. n
                      redis.call('HSET', KEYS[1] .. id, 'name', 'paint', 'data', '{"n":' .. n .. '}',
                          'opts', '{"attempts":1}', 'timestamp', 1795147869110 + n, 'delay', 0, 'priority', 0, 'ats', 1,
                          'atm', 1, 'processedOn', 1795147869110 + n, 'finishedOn', 1795147869110 + n,
                          'failedReason', 'boom ' .. n, 'stacktrace', '["Error: boom at paint.js:1"]')
                      redis.call('ZADD', KEYS[1] .. 'failed', 1795147869110 + n, id)
                    end""", RScript.ReturnType.LONG, List.of("bull:" + QUEUE + ":"), String.valueOf(from));
        }
    }
}
