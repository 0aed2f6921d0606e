package dev.callboard.gateway;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets each client do so much per window: a bucket of tokens that fills up evenly. Buckets that are full again are
 * forgotten, so that a crowd of clients costs no memory for long; where there are more than anybody serves, the newcomers
 * share one.
 */
final class RateLimiter {
    /** From so many clients on, those that did nothing for a while are forgotten. */
    private static final int CROWD = 10_000;
    /** Buckets at most, a few more where many come at the same instant. */
    static final int MOST = 100_000;
    private static final long SWEEP_NANOS = 1_000_000_000L;
    /** Nobody's address. */
    private static final String NEWCOMERS = "";

    private final int limit;
    private final double tokensPerNano;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final AtomicLong swept;

    private record Bucket(double tokens, long at) {}

    /** @param limit per window; 0 is no limit @param nanos a clock that only counts on */
    RateLimiter(int limit, Duration window, LongSupplier nanos) {
        this.limit = limit;
        this.tokensPerNano = limit / (double) Math.max(1, window.toNanos());
        this.nanos = nanos;
        this.swept = new AtomicLong(nanos.getAsLong() - SWEEP_NANOS);
    }

    /** Takes one token. @return zero where there was one, else how long until there is */
    Duration take(String client) {
        if (limit == 0) {
            return Duration.ZERO;
        }
        if (buckets.size() > CROWD) {
            forgetFull();
        }
        double[] missing = new double[1];
        boolean shares = buckets.size() >= MOST && !buckets.containsKey(client);
        buckets.compute(shares ? NEWCOMERS : client, (name, bucket) -> {
            double tokens = filled(bucket);
            missing[0] = 1 - tokens;
            return new Bucket(tokens >= 1 ? tokens - 1 : tokens, nanos.getAsLong());
        });
        return missing[0] <= 0 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil(missing[0] / tokensPerNano));
    }

    private double filled(Bucket bucket) {
        return bucket == null ? limit
                : Math.min(limit, bucket.tokens() + (nanos.getAsLong() - bucket.at()) * tokensPerNano);
    }

    /** Once a second at most: a crowd that is busy must not pay for a look at all of it with every request. */
    private void forgetFull() {
        long before = swept.get();
        long now = nanos.getAsLong();
        if (now - before < SWEEP_NANOS || !swept.compareAndSet(before, now)) {
            return;
        }
        buckets.values().removeIf(bucket -> filled(bucket) >= limit);
    }

    int clients() {
        return buckets.size();
    }
}
