package dev.callboard.live;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import org.redisson.api.RTopic;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.redis.RedisConnection;

/**
 * Subscriptions over Redis pub/sub: a channel is subscribed while at least one listener wants its topic.
 *
 * <p>Everything that may wait for Redis happens on one thread of its own, in the order in which it was asked for.
 */
public final class RedisSubscriptions implements Subscriptions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSubscriptions.class);

    private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

    private final RedisConnection redis;
    private final Map<Topic, Set<Runnable>> listeners = new HashMap<>();
    private final Map<Topic, RTopic> channels = new HashMap<>();
    private final ExecutorService line = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("subscriptions").factory());

    private volatile boolean closed;

    public RedisSubscriptions(RedisConnection redis) {
        this.redis = redis;
        redis.onReconnect(() -> later(this::afterSilence));
    }

    @Override
    public Subscription subscribe(Set<Topic> topics, Runnable listener) {
        later(() -> topics.forEach(topic -> join(topic, listener)));
        return () -> later(() -> topics.forEach(topic -> leave(topic, listener)));
    }

    private void join(Topic topic, Runnable listener) {
        listeners.computeIfAbsent(topic, unheard -> new CopyOnWriteArraySet<>()).add(listener);
        hear(topic);
    }

    private void leave(Topic topic, Runnable listener) {
        Set<Runnable> interested = listeners.get(topic);
        // closing a subscription twice ends it once
        if (interested != null && interested.remove(listener) && interested.isEmpty()) {
            listeners.remove(topic);
            RTopic channel = channels.remove(topic);
            if (channel != null) {
                channel.removeAllListenersAsync();
            }
        }
    }

    private void hear(Topic topic) {
        if (channels.containsKey(topic)) {
            return;
        }
        try {
            RTopic channel = redis.client().getTopic(Channels.of(topic), StringCodec.INSTANCE);
            Set<Runnable> interested = listeners.get(topic);
            channel.addListener(String.class, (name, message) -> interested.forEach(Runnable::run));
            channels.put(topic, channel);
        } catch (RuntimeException unreachable) {
            if (!closed) {
                LOG.warn("Changes of {} are not heard, only read every few seconds: {}", topic.name(),
                        redis.unavailable(unreachable).getMessage());
                tryAgain(topic);
            }
        }
    }

    /** A Redis that was away from the start tells nobody when it comes. */
    private void tryAgain(Topic topic) {
        CompletableFuture.delayedExecutor(AGAIN_AFTER.toSeconds(), TimeUnit.SECONDS, this::later).execute(() -> {
            if (listeners.containsKey(topic) && !channels.containsKey(topic)) {
                hear(topic);
                Set.copyOf(listeners.get(topic)).forEach(Runnable::run);
            }
        });
    }

    private void afterSilence() {
        Set.copyOf(listeners.keySet()).forEach(this::hear);
        Set.copyOf(listeners.values()).forEach(interested -> interested.forEach(Runnable::run));
    }

    private void later(Runnable work) {
        try {
            line.execute(work);
        } catch (RejectedExecutionException closed) {
            LOG.debug("A subscription changed after the end.");
        }
    }

    @Override
    public void close() {
        closed = true;
        line.shutdownNow();
    }
}
