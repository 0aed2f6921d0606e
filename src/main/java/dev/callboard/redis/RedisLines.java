package dev.callboard.redis;

import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.net.ssl.SSLParameters;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ClusterCommandObjects;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPool;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.providers.ClusterConnectionProvider;
import redis.clients.jedis.providers.PooledConnectionProvider;
import redis.clients.jedis.providers.SentineledConnectionProvider;

/**
 * Plain connections for scripts that are called very often: the caller's own thread writes the call and reads the
 * answer. Opened as they are needed; a broken one is replaced by the next call.
 */
final class RedisLines implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisLines.class);
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final Duration CLUSTER_MAP_AGE = Duration.ofSeconds(30);

    private final UnifiedJedis client;
    private final Runnable forgetIdle;
    private final List<Runnable> lost = new CopyOnWriteArrayList<>();

    private RedisLines(UnifiedJedis client, Runnable forgetIdle) {
        this.client = client;
        this.forgetIdle = forgetIdle;
    }

    /** Calls the listener each time a connection broke, before whoever used it hears of it. */
    RedisLines onLost(Runnable listener) {
        lost.add(listener);
        return this;
    }

    /** @param most connections at once; more calls than that wait for one, but no longer than for an answer */
    static RedisLines to(RedisAddress address, String clientName, Duration answerWithin, int most) {
        JedisClientConfig login = login(address, clientName, answerWithin);
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(most);
        pool.setMaxIdle(most);
        pool.setMaxWait(answerWithin);
        pool.setJmxEnabled(false);
        Set<HostAndPort> nodes = address.nodes().stream().map(RedisLines::node).collect(Collectors.toSet());
        return switch (address.kind()) {
            case SINGLE -> {
                PooledConnectionProvider server = new PooledConnectionProvider(nodes.iterator().next(), login, pool);
                yield new RedisLines(new UnifiedJedis(server), () -> server.getPool().clear());
            }
            case SENTINEL -> {
                SentineledConnectionProvider master = new SentineledConnectionProvider(address.masterName(), login,
                        pool,
                        nodes, sentinelLogin(login, nodes));
                yield new RedisLines(new UnifiedJedis(master), () -> forgetBroken(master, most));
            }
            case CLUSTER -> {
                ClusterConnectionProvider cluster = new ClusterConnectionProvider(nodes, login, pool, CLUSTER_MAP_AGE);
                yield new RedisLines(new UnifiedJedis(new ClusterCalls(cluster), cluster, new ClusterCommandObjects()),
                        () -> cluster.getNodes().values().forEach(ConnectionPool::clear));
            }
        };
    }

    /** A sentinel may have no logins, and then refuses every one: only one that asks for a login gets the master's. */
    private static JedisClientConfig sentinelLogin(JedisClientConfig master, Set<HostAndPort> sentinels) {
        DefaultJedisClientConfig.Builder none = DefaultJedisClientConfig.builder().ssl(master.isSsl())
                .sslParameters(master.getSslParameters()).connectionTimeoutMillis(CONNECT_TIMEOUT_MILLIS)
                .socketTimeoutMillis(master.getSocketTimeoutMillis()).clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        for (HostAndPort sentinel : sentinels) {
            try (Connection asked = new Connection(sentinel, none.build())) {
                asked.executeCommand(Protocol.Command.PING);
                return none.build();
            } catch (JedisDataException refused) {
                return none.user(master.getUser()).password(master.getPassword()).build();
            } catch (JedisConnectionException away) {
                LOG.debug("sentinel {}: {}", sentinel, away.getMessage());
            }
        }
        return none.build();
    }

    /** This pool cannot be cleared; a broken connection leaves it when it is used. */
    private static void forgetBroken(SentineledConnectionProvider master, int most) {
        for (int number = 0; number < most; number++) {
            try (Connection idle = openOrNull(master)) {
                if (idle == null || idle.ping()) {
                    return;
                }
            } catch (JedisConnectionException broken) {
                if (broken.getCause() instanceof SocketTimeoutException) {
                    return;
                }
            }
        }
    }

    private static Connection openOrNull(SentineledConnectionProvider master) {
        try {
            return master.getConnection();
        } catch (JedisException away) {
            return null;
        }
    }

    private static JedisClientConfig login(RedisAddress address, String clientName, Duration answerWithin) {
        boolean tls = address.nodes().getFirst().startsWith("rediss://");
        SSLParameters strict = new SSLParameters();
        strict.setEndpointIdentificationAlgorithm("HTTPS");
        return DefaultJedisClientConfig.builder().user(address.user()).password(address.password())
                .database(address.database()).clientName(clientName).ssl(tls).sslParameters(tls ? strict : null)
                .connectionTimeoutMillis(CONNECT_TIMEOUT_MILLIS).socketTimeoutMillis((int) answerWithin.toMillis())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED).build();
    }

    private static HostAndPort node(String address) {
        URI uri = URI.create(address);
        return new HostAndPort(uri.getHost(), uri.getPort());
    }

    /** Text as bytes, whole numbers as {@link Long}, tables as lists. */
    Object run(byte[] sha, List<byte[]> keys, List<byte[]> arguments) {
        return call(() -> client.evalsha(sha, keys, arguments));
    }

    Object runWhole(byte[] text, List<byte[]> keys, List<byte[]> arguments) {
        return call(() -> client.eval(text, keys, arguments));
    }

    private Object call(Supplier<Object> call) {
        try {
            return call.get();
        } catch (JedisConnectionException broken) {
            // what broke this connection broke those that lie idle as well, and each would cost a call
            forgetIdle.run();
            lost.forEach(Runnable::run);
            throw broken;
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
