package dev.callboard.redis;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import javax.net.ssl.SSLParameters;

import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisCluster;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.JedisSentineled;
import redis.clients.jedis.UnifiedJedis;

/**
 * Plain connections for scripts that are called very often: the caller's own thread writes the call and reads the
 * answer. Opened as they are needed; a broken one is replaced by the next call.
 */
final class RedisLines implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    /** A node that says "not here, there" is asked but once more; a lost connection is never tried again. */
    private static final int CLUSTER_ATTEMPTS = 2;

    private final UnifiedJedis client;

    private RedisLines(UnifiedJedis client) {
        this.client = client;
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
        return new RedisLines(switch (address.kind()) {
            case SINGLE -> new JedisPooled(nodes.iterator().next(), login, pool);
            case SENTINEL -> new JedisSentineled(address.masterName(), login, pool, nodes,
                    DefaultJedisClientConfig.builder().ssl(login.isSsl()).sslParameters(login.getSslParameters())
                            .user(address.user()).password(address.password())
                            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED).build());
            case CLUSTER -> new JedisCluster(nodes, login, pool, Duration.ofSeconds(30), CLUSTER_ATTEMPTS,
                    answerWithin);
        });
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
        return client.evalsha(sha, keys, arguments);
    }

    Object runWhole(byte[] text, List<byte[]> keys, List<byte[]> arguments) {
        return client.eval(text, keys, arguments);
    }

    @Override
    public void close() {
        client.close();
    }
}
