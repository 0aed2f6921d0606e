package dev.callboard.console.stock;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Tells a gate that has drifted from one that is only a sale behind: a difference counts once it has lasted. Looks at
 * all products at most every few seconds, however often it is asked. For one reading thread at a time.
 */
final class DriftWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(4);

    private final Supplier<Optional<Map<String, Long>>> differences;
    private final Duration patience;
    private final LongSupplier nanos;
    private final Map<String, Long> since = new HashMap<>();
    private Optional<Map<String, Long>> latest = Optional.empty();
    private long lookedAt;
    private boolean looked;

    /**
     * @param differences gate less Postgres where they differ; empty while the gate is closed
     * @param patience how long a difference may last before it counts
     * @param nanos monotonic
     */
    DriftWatch(Supplier<Optional<Map<String, Long>>> differences, Duration patience, LongSupplier nanos) {
        this.differences = differences;
        this.patience = patience;
        this.nanos = nanos;
    }

    /** The next look is a fresh one. */
    synchronized void lookAgain() {
        looked = false;
    }

    /** Gate less Postgres for products that have drifted; empty while the gate is closed. */
    synchronized Optional<Map<String, Long>> drifted() {
        long now = nanos.getAsLong();
        if (!looked || now - lookedAt >= BETWEEN_LOOKS.toNanos()) {
            looked = true;
            lookedAt = now;
            latest = differences.get();
            Map<String, Long> seen = latest.orElse(Map.of());
            since.keySet().retainAll(seen.keySet());
            seen.keySet().forEach(sku -> since.putIfAbsent(sku, now));
        }
        return latest.map(all -> {
            Map<String, Long> lasting = new HashMap<>(all);
            lasting.keySet().removeIf(sku -> now - since.get(sku) < patience.toNanos());
            return lasting;
        });
    }

    /** The SKUs of what has drifted, for a question. */
    synchronized List<String> skus() {
        return drifted().map(all -> all.keySet().stream().sorted().toList()).orElse(List.of());
    }
}
