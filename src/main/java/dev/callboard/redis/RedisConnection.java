package dev.callboard.redis;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.Config;
import org.redisson.config.SslVerificationMode;
import org.redisson.connection.ConnectionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Unavailable;

/**
 * One client of one Redis, opened at the first use and shared by the whole program.
 *
 * <p>Commands are never sent twice by the client itself: a script that may have run is repeated only by whoever knows
 * that repeating it is harmless.
 */
public final class RedisConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);
    /** Below the time after which Postgres ends an idle transaction: a relay asks Redis inside one. */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int MOST_SUBSCRIPTIONS = 2_000;

    private final Supplier<RedisAddress> whereabouts;
    private final String clientName;
    private final Duration answerWithin;
    private final int connections;
    private final CopyOnWriteArrayList<Runnable> reconnected = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<Runnable> disconnected = new CopyOnWriteArrayList<>();
    private RedissonClient client;
    private volatile RedisLines lines;
    private boolean closed;

    public RedisConnection(RedisAddress address) {
        this(() -> address);
    }

    /** @param whereabouts asked at the first use: a server may be started for it */
    public RedisConnection(Supplier<RedisAddress> whereabouts) {
        this(whereabouts, "callboard", 32, ANSWER_WITHIN);
    }

    /** @param answerWithin how long a command may take before Redis counts as out of reach; 3 s is usual */
    public RedisConnection(RedisAddress address, Duration answerWithin) {
        this(() -> address, "callboard", 32, answerWithin);
    }

    private RedisConnection(Supplier<RedisAddress> whereabouts, String clientName, int connections,
            Duration answerWithin) {
        this.whereabouts = whereabouts;
        this.clientName = clientName;
        this.connections = connections;
        this.answerWithin = answerWithin;
    }

    /**
     * Another connection to the same Redis, a single one, listed there under the given name; for whoever waits on it.
     * The caller closes it.
     */
    public RedisConnection named(String name) {
        return new RedisConnection(whereabouts, name, 1, answerWithin);
    }

    /**
     * The client, connecting at the first call.
     *
     * @throws Unavailable when Redis does not answer
     */
    public synchronized RedissonClient client() {
        if (closed) {
            throw new Unavailable(Unavailable.Service.REDIS, "The connection to Redis is closed.", null);
        }
        if (client == null) {
            try {
                client = Redisson.create(config(whereabouts.get()));
            } catch (RuntimeException failure) {
                throw unavailable(failure);
            }
        }
        return client;
    }

    /** Plain connections beside the client, for scripts. @throws Unavailable when closed or Redis does not answer */
    RedisLines lines() {
        RedisLines open = lines;
        return open == null ? openLines() : open;
    }

    private synchronized RedisLines openLines() {
        if (closed) {
            throw new Unavailable(Unavailable.Service.REDIS, "The connection to Redis is closed.", null);
        }
        if (lines == null) {
            lines = RedisLines.to(whereabouts.get(), clientName, answerWithin, connections)
                    .onLost(() -> disconnected.forEach(Runnable::run));
        }
        return lines;
    }

    /** Connects if it can, and leaves the complaint to whoever needs the client. */
    public void tryToConnect() {
        try {
            client();
        } catch (Unavailable tellsWhoeverNeedsIt) {
            LOG.debug("not connected: {}", tellsWhoeverNeedsIt.getMessage());
        }
    }

    /**
     * Calls the listener each time any connection to the server ended: what it knew may be gone by the next command, which
     * goes over another. On the thread that noticed; the listener must not block.
     */
    public void onDisconnect(Runnable listener) {
        disconnected.add(listener);
    }

    /** Calls the listener each time a lost connection has come back; on a thread of the client. */
    public void onReconnect(Runnable listener) {
        reconnected.add(listener);
    }

    /** The address without secrets. */
    public RedisAddress address() {
        return whereabouts.get();
    }

    /**
     * Asks the client something that is no script.
     *
     * @throws Unavailable when Redis does not answer
     */
    public <T> T ask(Function<RedissonClient, T> question) {
        try {
            return question.apply(client());
        } catch (RedisException failure) {
            throw unavailable(failure);
        }
    }

    /** The failure as the answer that the rest of the program knows; failures of a script stay what they are. */
    public RuntimeException unavailable(RuntimeException failure) {
        if (failure instanceof Unavailable) {
            return failure;
        }
        if (RedisFailures.isAnswer(failure)) {
            // an answer of the server itself, so it can be reached
            return String.valueOf(failure.getMessage()).startsWith("NOPERM")
                    ? new NotPermitted("Redis at " + address().shown() + " does not permit this: "
                            + RedisFailures.reason(failure), failure)
                    : failure;
        }
        return new Unavailable(Unavailable.Service.REDIS,
                "Redis at " + address().shown() + " cannot be reached: " + RedisFailures.reason(failure), failure);
    }

    private Config config(RedisAddress address) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        int threads = Math.min(4, connections);
        config.setThreads(threads);
        config.setNettyThreads(threads);
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setSslVerificationMode(SslVerificationMode.STRICT);
        config.setConnectionListener(new Reconnection());
        switch (address.kind()) {
            case SINGLE -> limits(config.useSingleServer().setAddress(address.nodes().getFirst())
                    .setDatabase(address.database()).setConnectionMinimumIdleSize(1).setConnectionPoolSize(connections)
                    .setSubscriptionConnectionMinimumIdleSize(0).setSubscriptionConnectionPoolSize(4)
                    .setDnsMonitoringInterval(-1));
            case SENTINEL -> limits(config.useSentinelServers().setMasterName(address.masterName())
                    .setMasterConnectionMinimumIdleSize(1).setMasterConnectionPoolSize(connections)
                    .setSubscriptionConnectionMinimumIdleSize(0)
                    .addSentinelAddress(address.nodes().toArray(String[]::new))
                    .setReadMode(org.redisson.config.ReadMode.MASTER));
            case CLUSTER -> limits(config.useClusterServers().addNodeAddress(address.nodes().toArray(String[]::new))
                    .setMasterConnectionMinimumIdleSize(1).setMasterConnectionPoolSize(connections)
                    .setSubscriptionConnectionMinimumIdleSize(0)
                    .setReadMode(org.redisson.config.ReadMode.MASTER));
        }
        return config;
    }

    /** A list subscribes to each of its rows; the client's usual 5 for a connection end at the twentieth. */
    private void limits(BaseConfig<?> servers) {
        servers.setSubscriptionsPerConnection(MOST_SUBSCRIPTIONS);
        servers.setRetryAttempts(0).setTimeout((int) answerWithin.toMillis()).setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setClientName(clientName);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (lines != null) {
            lines.close();
        }
        if (client != null) {
            client.shutdown(0, 2, java.util.concurrent.TimeUnit.SECONDS);
        }
    }

    private final class Reconnection implements ConnectionListener {
        private volatile boolean lost;

        @Override
        public void onConnect(java.net.InetSocketAddress server) {
            if (lost) {
                lost = false;
                reconnected.forEach(Runnable::run);
            }
        }

        @Override
        public void onDisconnect(java.net.InetSocketAddress server) {
            lost = true;
            disconnected.forEach(Runnable::run);
        }
    }
}
