package dev.callboard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.stock.StockLine;

/** Reservations that ran out while nobody looked. */
class ExpiryTest {
    private static final StockLine TWO = new StockLine("BULB", 2);
    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive("BULB", 1_000);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("S06")
    @Tag("S08")
    void anHourOfThemExpiresInBoundedBatchesEachOnceThoughTwoWorkersTry() {
        IntStream.range(0, 120).forEach(i -> shop.reserve("customer " + i, TWO));
        overdue("1 hour");

        AtOnce<Integer> workers = AtOnce.run(2, i -> {
            int all = 0;
            for (int ended = 1; ended > 0; all += ended) {
                ended = shop.expiry.expireDue(50);
                assertThat(ended).isBetween(0, 50);
            }
            return all;
        });
        int left = shop.expiry.expireDue(1_000);

        assertThat(workers.done().stream().mapToInt(Integer::intValue).sum() + left).isEqualTo(120);
        assertThat(shop.number("select count(*) from orders where state = 'EXPIRED'")).isEqualTo(120);
        assertThat(shop.number("select count(*) from audit_entry where action = 'order.expire'")).isEqualTo(120);
        assertThat(shop.product("BULB").product().held()).isZero();
        assertThat(shop.product("BULB").gate()).hasValue(1_000);
        assertThat(shop.gate.openHolds()).isEmpty();
    }

    /** Each ends a part of every list, and neither may take that for the end. */
    @Test
    @Tag("S06")
    void twoDutiesAtOnceLeaveNothingBehind() {
        IntStream.range(0, 60).forEach(i -> shop.reserve("customer " + i, TWO));
        overdue("1 hour");

        AtOnce.run(2, i -> {
            while (shop.expiry.expireBatch(10)) {
                // a batch at a time
            }
            return null;
        });

        assertThat(shop.number("select count(*) from orders where state = 'RESERVED'")).isZero();
    }

    @Test
    @Tag("S06")
    void nothingIsExpiredUnderTheCustomersHands() {
        UUID paying = shop.reserve("ada", TWO).uuid();
        UUID paid = shop.paid("bea", TWO);
        UUID processing = shop.paid("cy", TWO);
        shop.fulfilment.takeOver(processing).orElseThrow();
        UUID left = shop.reserve("dan", TWO).uuid();
        shop.database.transaction(
                tx -> tx.handle().execute("update orders set state = 'PAYMENT_PENDING' where id = ?", paying));
        overdue("1 hour");

        assertThat(shop.expiry.expireDue(50)).isEqualTo(1);

        assertThat(List.of(paying, paid, processing, left)).extracting(shop::state).containsExactly(
                OrderState.PAYMENT_PENDING, OrderState.PAID, OrderState.PROCESSING, OrderState.EXPIRED);
        assertThat(shop.product("BULB").product().held()).isEqualTo(6);
    }

    @Test
    @Tag("S06")
    void anOrderThatSomebodyHoldsIsPassedOverAndHoldsUpNone() {
        UUID held = shop.reserve("ada", TWO).uuid();
        IntStream.range(0, 5).forEach(i -> shop.reserve("customer " + i, TWO));
        overdue("1 minute");

        shop.database.transaction(tx -> {
            tx.handle().execute("select 1 from orders where id = ? for update", held);
            assertThat(shop.expiry.expireDue(50)).isEqualTo(5);
            return null;
        });

        assertThat(shop.state(held)).isEqualTo(OrderState.RESERVED);
        assertThat(shop.expiry.expireDue(50)).isEqualTo(1);
    }

    private void overdue(String since) {
        shop.database.transaction(tx -> tx.handle()
                .createUpdate("update orders set expires_at = clock_timestamp() - cast(:since as interval)")
                .bind("since", since).execute());
    }
}
