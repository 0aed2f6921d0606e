package dev.callboard.redis;

import java.time.Duration;

import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

/**
 * What a look at a Redis told, for whoever sets up a connection.
 *
 * @param evicts true where a full server throws keys away: jobs could be lost
 * @param roundTrip of one command
 */
public record RedisFacts(boolean evicts, Duration roundTrip) {
    private static final String POLICY = """
            local info = redis.pcall('info', 'memory')
            return type(info) == 'string' and string.match(info, 'maxmemory_policy:(%S+)') or ''
            """;

    /**
     * Looks at a server.
     *
     * @throws RuntimeException when it cannot be reached or does not let the login in
     */
    public static RedisFacts read(RedisAddress address) {
        try (RedisConnection connection = new RedisConnection(address)) {
            try {
                RScript script = connection.client().getScript(StringCodec.INSTANCE);
                script.eval(RScript.Mode.READ_ONLY, "return 1", RScript.ReturnType.LONG);
                long before = System.nanoTime();
                String policy = script.eval(RScript.Mode.READ_ONLY, POLICY, RScript.ReturnType.STRING);
                Duration roundTrip = Duration.ofNanos(System.nanoTime() - before);
                return new RedisFacts(policy != null && !policy.isEmpty() && !policy.equals("noeviction"), roundTrip);
            } catch (RuntimeException failure) {
                throw connection.unavailable(failure);
            }
        }
    }
}
