package dev.callboard.live;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisTalk;

/**
 * Signals of a command that runs for a moment: collected, and said in one go at its end without opening a whole
 * client, so that a command which needs Postgres alone neither waits for Redis nor fails without it.
 */
public final class CollectedSignals implements Signals, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CollectedSignals.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Set<Topic> unsaid = new LinkedHashSet<>();
    private final Supplier<Optional<RedisAddress>> redis;

    /** @param redis asked at the end, and only if anything changed */
    public CollectedSignals(Supplier<Optional<RedisAddress>> redis) {
        this.redis = redis;
    }

    @Override
    public synchronized void changed(Topic topic) {
        unsaid.add(topic);
    }

    /** Says what changed; that nobody can be told is logged and otherwise no matter. */
    @Override
    public synchronized void close() {
        if (unsaid.isEmpty()) {
            return;
        }
        try {
            redis.get().ifPresent(this::publish);
        } catch (RuntimeException failure) {
            LOG.info("Changes could not be announced: {}", failure.getMessage());
        }
        unsaid.clear();
    }

    private void publish(RedisAddress address) {
        if (!RedisTalk.canReach(address)) {
            publishByClient(address);
            return;
        }
        try (RedisTalk talk = new RedisTalk(address, PATIENCE)) {
            for (Topic topic : unsaid) {
                talk.ask("PUBLISH", Channels.of(topic), "");
            }
        } catch (IOException failure) {
            LOG.info("Changes could not be announced to {}: {}", address.shown(), failure.getMessage());
        }
    }

    private void publishByClient(RedisAddress address) {
        try (RedisConnection connection = new RedisConnection(address)) {
            unsaid.forEach(topic -> connection.client().getTopic(Channels.of(topic)).publish(""));
        }
    }
}
