package dev.callboard.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.refusals.Causes;
import dev.callboard.refusals.Unavailable;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * As {@link RedisScript}, but called on the caller's own thread from end to end: no other thread has to be woken, which
 * is what a short script's call costs most.
 */
public final class PlainScript {
    private final RedisConnection redis;
    private final byte[] text;
    private final byte[] sha;

    /** @param name file name below {@code lua/}, without its ending */
    public PlainScript(RedisConnection redis, String name) {
        String whole = ScriptText.whole(name);
        this.redis = redis;
        this.text = bytes(whole);
        this.sha = bytes(ScriptText.sha1(whole));
    }

    /**
     * Runs the script; a table it returns becomes a list, whole numbers {@link Long}, all else text.
     *
     * @param arguments texts and whole numbers
     * @throws dev.callboard.refusals.Unavailable when Redis cannot be reached; whether the script ran is then unknown
     */
    public List<Object> run(String key, Object... arguments) {
        return run(List.of(key), arguments);
    }

    /** As {@link #run(String, Object...)}, for a script of several keys; on a cluster they share a slot. */
    public List<Object> run(List<String> keys, Object... arguments) {
        return texts((List<?>) call(keys, arguments));
    }

    /**
     * As {@link #run(List, Object...)}, for a script that only reads: asked once more where its connection was lost, for
     * one that lay idle while Redis was started again says so only when it is used.
     */
    public List<Object> read(List<String> keys, Object... arguments) {
        try {
            return run(keys, arguments);
        } catch (Unavailable lost) {
            if (Causes.anyIs(lost, JedisConnectionException.class)) {
                return run(keys, arguments);
            }
            throw lost;
        }
    }

    /** As {@link #run}, with bytes in place of texts, for values that need not be text. */
    @SuppressWarnings("unchecked")
    public List<Object> runForBytes(String key, Object... arguments) {
        return (List<Object>) call(List.of(key), arguments);
    }

    /** As {@link #run}, for a script that returns one integer. */
    public long runForLong(String key, Object... arguments) {
        return call(List.of(key), arguments) instanceof Long number ? number : 0;
    }

    private Object call(List<String> names, Object... arguments) {
        List<byte[]> keys = names.stream().map(PlainScript::bytes).toList();
        List<byte[]> values = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            values.add(bytes(argument.toString()));
        }
        try {
            try {
                return redis.lines().run(sha, keys, values);
            } catch (JedisNoScriptException unknown) {
                return redis.lines().runWhole(text, keys, values);
            }
        } catch (JedisException failure) {
            throw redis.unavailable(failure);
        }
    }

    private static List<Object> texts(List<?> answer) {
        List<Object> texts = new ArrayList<>(answer.size());
        for (Object value : answer) {
            texts.add(switch (value) {
                case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
                case List<?> list -> texts(list);
                case null, default -> value;
            });
        }
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
