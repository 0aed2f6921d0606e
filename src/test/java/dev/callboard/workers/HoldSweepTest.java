package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.client.codec.StringCodec;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.StockLine;

class HoldSweepTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private final TestShop shop = new TestShop();
    private final HoldSweep duty = new HoldSweep(new OrphanHolds(shop.database, shop.gate));

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("S04")
    void aHoldWhoseProcessDiedIsGivenBackOnceAndWithinAMinute() {
        shop.receive("BULB", 5);
        UUID orphan = UUID.randomUUID();
        shop.gate.hold(orphan, List.of(new StockLine("BULB", 2)));
        duty.runOnce();
        assertThat(shop.gate.openHolds()).as("its order may still be on its way").containsExactly(orphan);

        Duration allowed = A_MINUTE.minus(duty.every());
        takenEarlier(orphan, allowed);
        AtOnce.run(2, i -> duty.runOnce());
        duty.runOnce();

        assertThat(shop.gate.openHolds()).isEmpty();
        assertThat(shop.product("BULB").gate()).hasValue(5);
        assertThat(shop.number("select count(*) from stock_hold where state = 'SWEPT'")).isEqualTo(1);
    }

    @Test
    @Tag("S04")
    void anOrdersHoldIsLeftAloneHoweverOld() {
        shop.receive("BULB", 5);
        UUID order = shop.reserve("ada", new StockLine("BULB", 2)).uuid();
        takenEarlier(order, A_MINUTE);

        duty.runOnce();

        assertThat(shop.gate.openHolds()).containsExactly(order);
        assertThat(shop.product("BULB").gate()).hasValue(3);
    }

    private void takenEarlier(UUID hold, Duration age) {
        shop.redis.client().<String>getScoredSortedSet("{callboard}:taken", StringCodec.INSTANCE)
                .addScore(hold.toString(), -age.toSeconds());
    }
}
