package dev.callboard.redis;

import java.time.Duration;

import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

/**
 * What a look at a Redis told, for whoever sets up a connection.
 *
 * @param evicts true where a full server throws keys away: jobs could be lost
 * @param permitted true where the login may read jobs and tell news
 * @param roundTrip of one command
 * @param skew how far this machine's clock is from the server's
 */
public record RedisFacts(boolean evicts, boolean permitted, Duration roundTrip, Duration skew) {
    private static final String POLICY = """
            local info = redis.pcall('info', 'memory')
            return type(info) == 'string' and string.match(info, 'maxmemory_policy:(%S+)') or ''
            """;

    /** Keys and channels as the console uses them; nothing is written, and nobody listens to this word. */
    private static final String RIGHTS = """
            for _, asked in ipairs({{'exists', '{callboard}:stock'}, {'publish', 'callboard:changed:nothing', ''}}) do
              local answer = redis.pcall(unpack(asked))
              local words = type(answer) == 'table' and answer.err or ''
              if string.find(words, "can't", 1, true) or string.find(words, 'NOPERM', 1, true)
                  or string.find(words, 'ACL', 1, true) then
                return 0
              end
            end
            return 1
            """;
    private static final String TIME = "local now = redis.call('time') return now[1] * 1000 + math.floor(now[2] / 1000)";

    /**
     * Looks at a server.
     *
     * @throws RuntimeException when it cannot be reached or does not let the login in
     */
    public static RedisFacts read(RedisAddress address) {
        try (RedisConnection connection = new RedisConnection(address)) {
            return of(connection);
        }
    }

    /** As {@link #read}, over a connection that is open. */
    public static RedisFacts of(RedisConnection connection) {
        try {
            RScript script = connection.client().getScript(StringCodec.INSTANCE);
            script.eval(RScript.Mode.READ_ONLY, "return 1", RScript.ReturnType.LONG);
            long before = System.nanoTime();
            String policy = script.eval(RScript.Mode.READ_ONLY, POLICY, RScript.ReturnType.STRING);
            Duration roundTrip = Duration.ofNanos(System.nanoTime() - before);
            long permitted = script.eval(RScript.Mode.READ_ONLY, RIGHTS, RScript.ReturnType.LONG);
            long there = script.eval(RScript.Mode.READ_ONLY, TIME, RScript.ReturnType.LONG);
            return new RedisFacts(policy != null && !policy.isEmpty() && !policy.equals("noeviction"),
                    permitted == 1, roundTrip, Duration.ofMillis(System.currentTimeMillis() - there));
        } catch (RuntimeException failure) {
            throw connection.unavailable(failure);
        }
    }
}
