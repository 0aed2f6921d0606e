package dev.callboard.jobs;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.redisson.api.RStream;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.api.stream.StreamReadArgs;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.redis.RedisConnection;

/** The live tail of a queue's event stream. While Redis is away it waits, and then goes on where it was. */
public final class JobEvents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final Duration BLOCK = Duration.ofSeconds(2);
    private static final int EVENTS_PER_CALL = 500;

    private final QueueKeys keys;
    private final RedisConnection listening;
    private final Consumer<JobEvent> listener;
    private final CountDownLatch closed = new CountDownLatch(1);
    private StreamMessageId last;

    JobEvents(RedisConnection redis, QueueKeys keys, Consumer<JobEvent> listener) {
        this.keys = keys;
        this.listener = listener;
        this.listening = redis.named(keys.listenerConnection());
        try {
            this.last = stream().rangeReversed(1, StreamMessageId.MAX, StreamMessageId.MIN).keySet().stream()
                    .findFirst().orElse(new StreamMessageId(0));
        } catch (RuntimeException failure) {
            listening.close();
            throw listening.unavailable(failure);
        }
        Thread.ofPlatform().daemon().name("events of " + keys.name()).start(this::run);
    }

    private RStream<String, String> stream() {
        return listening.client().getStream(keys.of("events"), StringCodec.INSTANCE);
    }

    private void run() {
        try {
            while (closed.getCount() > 0) {
                try {
                    Map<StreamMessageId, Map<String, String>> news = stream()
                            .read(StreamReadArgs.greaterThan(last).count(EVENTS_PER_CALL).timeout(BLOCK));
                    news.forEach(this::tell);
                } catch (RuntimeException away) {
                    if (!closed.await(1, TimeUnit.SECONDS)) {
                        LOG.debug("{}: events cannot be read: {}", keys.name(), away.getMessage());
                    }
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(StreamMessageId id, Map<String, String> fields) {
        last = id;
        Map<String, String> rest = new HashMap<>(fields);
        String kind = rest.remove("event");
        String jobId = rest.remove("jobId");
        try {
            listener.accept(new JobEvent(id.toString(), kind == null ? "" : kind, jobId, Map.copyOf(rest)));
        } catch (RuntimeException failure) {
            LOG.warn("{}: an event could not be told", keys.name(), failure);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        listening.close();
    }
}
