package dev.callboard.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.parts.Texts;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;

/** A test of real servers tells which part fails, and why. */
class ConnectionProbeTest {
    private final Texts texts = new Texts(Locale.UK);
    private final ConnectionProbe probe = new ConnectionProbe();

    @Test
    void aShopThatWorksSaysItsVersionAndRole() {
        PostgresAddress staff = TestServers.addressFor(TestServers.newDatabase(), "callboard_staff");
        Finding finding = probe.postgres(staff);
        assertThat(finding.good()).isTrue();
        assertThat(finding.headline().words(texts)).startsWith("connected, ");
        assertThat(finding.detail().words(texts)).contains("callboard_staff");
    }

    @Test
    void aWrongPasswordAMissingSchemaAndADeadPortAreToldApart() {
        PostgresAddress good = TestServers.newDatabase();
        PostgresAddress empty = new PostgresAddress(good.jdbcUrl().replaceFirst("/test_\\d+", "/postgres"),
                good.user(), good.password());
        assertThat(probe.postgres(good.as(good.user(), "wrong")).detail().words(texts)).contains("password");
        assertThat(probe.postgres(empty).detail().words(texts)).contains("schema is missing");
        assertThat(probe.postgres(PostgresAddress.parse("postgres://localhost:1/x")).detail().words(texts))
                .contains("refused");
    }

    @Test
    void aRedisThatThrowsKeysAwayIsNotGoodEnough() {
        try (TestRedis server = TestServers.newRedis()) {
            assertThat(probe.redis(server.address()).good()).isTrue();
        }
        RedisAddress dead = new RedisAddress(RedisAddress.Kind.SINGLE, List.of("redis://127.0.0.1:1"), null, null,
                null, 0);
        assertThat(probe.redis(dead).good()).isFalse();
    }
}
