package dev.callboard.gateway;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.javalin.http.Context;

/**
 * Asks everything that the gateway depends on whether it answers, all at once and each for one second at most. Without
 * Postgres or Redis nothing can be served; of the rest it is only told.
 */
final class Health implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final Set<String> NEEDED = Set.of("postgres", "redis");

    private final Map<String, BooleanSupplier> dependencies;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private Report latest;

    private record Report(boolean ok, Reply reply, long at) {}

    private record Answer(boolean ok, long millis) {}

    Health(Map<String, BooleanSupplier> dependencies) {
        this.dependencies = dependencies;
    }

    void show(Context context) {
        Report report = report();
        report.reply().send(context, report.ok() ? 200 : 503);
    }

    /** However many ask, the dependencies are asked once a second. */
    private synchronized Report report() {
        if (latest == null || System.nanoTime() - latest.at() > KEPT.toNanos()) {
            latest = asked();
        }
        return latest;
    }

    private Report asked() {
        long begin = System.nanoTime();
        Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
        dependencies.forEach((name, question) -> asked.put(name, CompletableFuture
                .supplyAsync(() -> new Answer(question.getAsBoolean(), millisSince(begin)), askers)
                .completeOnTimeout(new Answer(false, LIMIT.toMillis()), LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> new Answer(false, millisSince(begin)))));
        Reply services = new Reply();
        boolean ok = true;
        for (Map.Entry<String, CompletableFuture<Answer>> one : asked.entrySet()) {
            Answer answer = one.getValue().join();
            services.with(one.getKey(), new Reply().with("ok", answer.ok()).with("ms", answer.millis()));
            ok &= answer.ok() || !NEEDED.contains(one.getKey());
        }
        return new Report(ok, new Reply().with("ok", ok).with("services", services), System.nanoTime());
    }

    private static long millisSince(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
