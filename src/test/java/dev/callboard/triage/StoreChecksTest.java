package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.redis.RedisTalk;

class StoreChecksTest {
    private final TestShop shop = new TestShop();
    private final StoreChecks checks = new StoreChecks(shop.database, shop.redis);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void storesOfAFreshShopAreWell() {
        assertThat(checks.examine().wrong()).isEmpty();
        assertThat(checks.examine().well()).isEqualTo(StoreHealth.total());
    }

    @Test
    void aRedisThatThrowsKeysAwayIsSaid() throws IOException {
        try (RedisTalk talk = new RedisTalk(shop.redisServer.address(), Duration.ofSeconds(3))) {
            assertThat(talk.ask("CONFIG", "SET", "maxmemory-policy", "allkeys-lru")).isEqualTo("+OK");
        }
        assertThat(checks.examine().wrong()).containsExactly(StoreCheck.KEEPING);
    }

    @Test
    void newsThatStayLyingAreSaid() {
        shop.database.transaction(tx -> {
            long row = new dev.callboard.outbox.Outbox().put(tx, OutboxKind.MAIL, "somebody", Map.of());
            return tx.handle().execute(
                    "update outbox set next_try = clock_timestamp() - interval '2 minutes' where id = ?", row);
        });
        assertThat(checks.examine().wrong()).containsExactly(StoreCheck.DELIVERY);
    }

    @Test
    void aRedisThatIsGoneIsNotWell() {
        shop.redisServer.kill9();
        assertThat(checks.examine().wrong()).contains(StoreCheck.REDIS).doesNotContain(StoreCheck.POSTGRES);
    }
}
