package dev.callboard.redis;

import java.util.List;

import org.redisson.api.RScript;
import org.redisson.client.RedisException;
import org.redisson.client.RedisNoScriptException;
import org.redisson.client.codec.Codec;
import org.redisson.client.codec.StringCodec;

/**
 * A Lua script of {@code src/main/resources/lua}, run by its SHA-1 and sent whole only where the server does not
 * know it yet.
 *
 * <p>A line {@code --@include jobs/parts/queue} stands for the whole of that file: what scripts have in common is
 * written once. A part includes nothing itself.
 */
public final class RedisScript {
    private final RedisConnection redis;
    private final String text;
    private final String sha;
    private final Codec codec;

    /**
     * @param name file name below {@code lua/}, without its ending, for example {@code stock/hold}
     */
    public RedisScript(RedisConnection redis, String name) {
        this(redis, name, StringCodec.INSTANCE);
    }

    public RedisScript(RedisConnection redis, String name, Codec codec) {
        this.redis = redis;
        this.text = ScriptText.whole(name);
        this.sha = ScriptText.sha1(text);
        this.codec = codec;
    }

    /**
     * Runs the script; a table it returns becomes a list.
     *
     * @throws dev.callboard.refusals.Unavailable when Redis cannot be reached; whether the script ran is then unknown
     */
    public List<Object> run(List<String> keys, Object... arguments) {
        return call(RScript.ReturnType.LIST, keys, arguments);
    }

    /** As {@link #run}, for a script that returns one integer. */
    public long runForLong(List<String> keys, Object... arguments) {
        Long answer = call(RScript.ReturnType.LONG, keys, arguments);
        return answer == null ? 0 : answer;
    }

    private <T> T call(RScript.ReturnType type, List<String> keys, Object... arguments) {
        RScript server = redis.client().getScript(codec);
        List<Object> names = List.copyOf(keys);
        try {
            try {
                return server.evalSha(RScript.Mode.READ_WRITE, sha, type, names, arguments);
            } catch (RedisNoScriptException unknown) {
                return server.eval(RScript.Mode.READ_WRITE, text, type, names, arguments);
            }
        } catch (RedisException failure) {
            throw redis.unavailable(failure);
        }
    }
}
