package dev.callboard.live;

import java.time.Duration;
import java.util.LinkedHashSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.redis.RedisConnection;

/**
 * Signals over Redis pub/sub, one channel per topic.
 *
 * <p>Publishing happens on a thread of its own, and a topic that changes again before its turn is said once, so that
 * a burst of a thousand commands costs as many messages as Redis takes and no command waits.
 */
public final class RedisSignals implements Signals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSignals.class);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final RedisConnection redis;
    private final LinkedHashSet<Topic> unsaid = new LinkedHashSet<>();
    private boolean speaking;

    public RedisSignals(RedisConnection redis) {
        this.redis = redis;
    }

    @Override
    public synchronized void changed(Topic topic) {
        unsaid.add(topic);
        if (!speaking) {
            speaking = true;
            Thread.ofVirtual().name("signals").start(this::speak);
        }
    }

    private void speak() {
        for (Topic topic = next(); topic != null; topic = next()) {
            try {
                redis.client().getTopic(Channels.of(topic)).publish("");
            } catch (RuntimeException failure) {
                LOG.warn("A change of {} could not be announced: {}", topic.name(),
                        redis.unavailable(failure).getMessage());
            }
        }
    }

    private synchronized Topic next() {
        if (unsaid.isEmpty()) {
            speaking = false;
            notifyAll();
            return null;
        }
        return unsaid.removeFirst();
    }

    /** Waits until everything is said, at most half a second; the connection stays open, it belongs to others too. */
    @Override
    public synchronized void close() {
        long end = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            for (long left = LAST_WORDS.toNanos(); speaking && left > 0; left = end - System.nanoTime()) {
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
