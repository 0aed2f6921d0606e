package dev.callboard.jobs;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.redis.RedisConnection;

/** Gives each test a queue of its own on one real Redis per run. */
final class RedisOfTests implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestQueue.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new TestQueue(context.getRoot().getStore(ExtensionContext.Namespace.create(RedisOfTests.class))
                .computeIfAbsent(Server.class, key -> Server.begin(), Server.class).connection());
    }

    private record Server(TestRedis redis, RedisConnection connection) implements AutoCloseable {
        static Server begin() {
            TestRedis redis = TestServers.newRedis();
            return new Server(redis, new RedisConnection(redis.address()));
        }

        @Override
        public void close() {
            connection.close();
            redis.close();
        }
    }
}
