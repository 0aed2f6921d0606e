package dev.callboard.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.embedded.BareRedis;

/** Plain connections to servers that restart, redirect, or know no logins. */
class RedisLinesTest {
    private static final byte[] COUNTING = bytes("return redis.call('INCR', KEYS[1])");
    /** Runs for half a second after it has counted. */
    private static final byte[] SLOW = bytes("""
            redis.call('INCR', KEYS[1])
            local start = redis.call('TIME')
            repeat
              local now = redis.call('TIME')
            until (now[1] - start[1]) * 1000000 + now[2] - start[2] > 500000
            return 1
            """);
    private static final byte[] BUSY = bytes("for n = 1, 2000000 do end return 1");

    @Test
    @Tag("F09")
    void aRestartCostsOneCallAndNotOnePerIdleConnection() {
        try (TestRedis redis = TestServers.newRedis();
                RedisConnection connection = new RedisConnection(redis.address())) {
            RedisLines lines = connection.lines();
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int number = 0; number < 10; number++) {
                    callers.submit(() -> lines.runWhole(BUSY, List.of(bytes("k")), List.of()));
                }
            }
            redis.stop();
            redis.restart();
            int failures = 0;
            for (int number = 0; number < 20; number++) {
                try {
                    lines.runWhole(COUNTING, List.of(bytes("k")), List.of());
                } catch (RuntimeException broken) {
                    failures++;
                }
            }
            assertThat(failures).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aScriptWhoseAnswerIsLostIsNotRunAgainByACluster() {
        try (BareRedis node = new BareRedis(List.of("cluster-enabled yes", "cluster-announce-ip 127.0.0.1"))) {
            node.ask(Stream.concat(Stream.of("CLUSTER", "ADDSLOTS"),
                    IntStream.range(0, 16_384).mapToObj(String::valueOf)).toArray(String[]::new));
            await().until(() -> node.ask("SET", "probe", "1").equals("+OK"));
            try (RedisConnection connection = new RedisConnection(
                    RedisAddress.parse("redis+cluster://127.0.0.1:" + node.port()), Duration.ofMillis(200))) {
                assertThatThrownBy(() -> connection.lines().runWhole(SLOW, List.of(bytes("{a}k")), List.of()))
                        .isNotNull();
                await().until(() -> node.ask("SET", "probe", "1").equals("+OK"));
                await().ignoreExceptions().untilAsserted(() -> assertThat(
                        connection.lines().runWhole(COUNTING, List.of(bytes("{a}k")), List.of())).isEqualTo(2L));
            }
        }
    }

    @Test
    void aSentinelWithoutLoginsShowsTheWayToAMasterWithOne() {
        try (BareRedis master = new BareRedis(List.of("requirepass secret"));
                BareRedis sentinel = new BareRedis(List.of("sentinel monitor shop 127.0.0.1 " + master.port() + " 1",
                        "sentinel auth-pass shop secret"), "--sentinel");
                RedisConnection connection = new RedisConnection(
                        RedisAddress.parse("redis+sentinel://:secret@127.0.0.1:" + sentinel.port() + "/shop"))) {
            assertThat(connection.lines().runWhole(COUNTING, List.of(bytes("k")), List.of())).isEqualTo(1L);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
