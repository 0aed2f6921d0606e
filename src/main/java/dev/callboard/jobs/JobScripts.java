package dev.callboard.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.redisson.client.codec.BaseCodec;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;
import org.redisson.client.protocol.Decoder;
import org.redisson.client.protocol.Encoder;

import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisScript;

/** The scripts of {@code lua/jobs}, one per step, each read once. */
final class JobScripts {
    private final RedisConnection redis;
    private final Map<String, RedisScript> byName = new ConcurrentHashMap<>();

    JobScripts(RedisConnection redis) {
        this.redis = redis;
    }

    RedisConnection redis() {
        return redis;
    }

    /** Runs a script of the queue whose {@code meta} key is given. */
    List<Object> run(String name, String metaKey, Object... arguments) {
        return byName.computeIfAbsent(name, file -> new RedisScript(redis, "jobs/" + file)).run(List.of(metaKey),
                arguments);
    }

    long runForLong(String name, String metaKey, Object... arguments) {
        return byName.computeIfAbsent(name, file -> new RedisScript(redis, "jobs/" + file)).runForLong(List.of(metaKey),
                arguments);
    }

    /** As {@link #run}, answering bytes, for values that need not be text. */
    List<Object> runForBytes(String name, String metaKey, Object... arguments) {
        return byName
                .computeIfAbsent(name + " in bytes", key -> new RedisScript(redis, "jobs/" + name, new BytesAnswered()))
                .run(List.of(metaKey), arguments);
    }

    /** Arguments as text, answers as bytes. */
    private static final class BytesAnswered extends BaseCodec {

        @Override
        public Decoder<Object> getValueDecoder() {
            return ByteArrayCodec.INSTANCE.getValueDecoder();
        }

        @Override
        public Encoder getValueEncoder() {
            return StringCodec.INSTANCE.getValueEncoder();
        }
    }
}
