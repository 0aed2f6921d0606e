package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.ShopInvariants;
import dev.callboard.refusals.Refusal;

/** Redis forgets everything while many reserve. */
class FlushUnderLoadTest {
    private static final int STOCK = 300;
    private static final int BUYERS = 8;
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("S10")
    @Tag("S01")
    @Tag("S11")
    void nothingIsSoldBlindAndNothingTwice() {
        shop.receive("BULB", STOCK);
        AtomicInteger sold = new AtomicInteger();

        AtOnce.run(BUYERS + 1, hand -> {
            if (hand == BUYERS) {
                for (int flushes = 1; flushes <= 5; flushes++) {
                    int soFar = flushes * STOCK / 6;
                    org.awaitility.Awaitility.await().until(() -> sold.get() >= soFar);
                    shop.redisServer.flush();
                }
            } else {
                buyUntilNothingIsLeft("customer " + hand, sold);
            }
            return null;
        });
        shop.watch.check();
        // a hold whose order was refused under the new epoch is nobody's
        new OrphanHolds(shop.database, shop.gate).sweep(-1, 10_000);

        assertThat(sold.get()).isEqualTo(STOCK);
        assertThat(shop.number("select count(*) from orders where state = 'RESERVED'")).isEqualTo(STOCK);
        assertThat(shop.product("BULB").product().held()).isEqualTo(STOCK);
        assertThat(shop.product("BULB").gate()).hasValue(0);
        assertThat(CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks())
                .allMatch(CheckResult::holds);
    }

    private void buyUntilNothingIsLeft(String customer, AtomicInteger sold) {
        while (true) {
            try {
                shop.reserve(customer, new StockLine("BULB", 1));
                sold.incrementAndGet();
            } catch (Refusal refusal) {
                if (refusal.code().equals("out_of_stock") && sold.get() >= STOCK) {
                    return;
                }
                assertThat(refusal.code()).isIn("gate_closed", "out_of_stock");
            }
        }
    }
}
