package dev.callboard.jobs;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.callboard.redis.PlainScript;
import dev.callboard.redis.RedisConnection;

/** The scripts of {@code lua/jobs}, one per step, each read once. */
final class JobScripts {
    private final RedisConnection redis;
    private final Map<String, PlainScript> byName = new ConcurrentHashMap<>();

    JobScripts(RedisConnection redis) {
        this.redis = redis;
    }

    RedisConnection redis() {
        return redis;
    }

    /** Runs a script of the queue whose {@code meta} key is given. */
    List<Object> run(String name, String metaKey, Object... arguments) {
        return script(name).run(metaKey, arguments);
    }

    long runForLong(String name, String metaKey, Object... arguments) {
        return script(name).runForLong(metaKey, arguments);
    }

    /** As {@link #run}, answering bytes, for values that need not be text. */
    List<Object> runForBytes(String name, String metaKey, Object... arguments) {
        return script(name).runForBytes(metaKey, arguments);
    }

    private PlainScript script(String name) {
        PlainScript known = byName.get(name);
        return known != null ? known : byName.computeIfAbsent(name, file -> new PlainScript(redis, "jobs/" + file));
    }
}
