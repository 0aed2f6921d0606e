package dev.callboard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callboard.TestShop;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.ShopInvariants;
import dev.callboard.jobs.JobWorker;
import dev.callboard.stock.StockLine;

/** Cancelling an order that has nothing to give back any more. */
class CancelByStateTest {
    private static final StockLine TWO = new StockLine("BULB", 2);
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED", "EXPIRED", "PROCESSING"})
    @Tag("S09")
    @Tag("A05")
    void isRefusedAndReturnsNothing(OrderState state) throws Exception {
        shop.receive("BULB", 10);
        UUID order = orderIn(state);
        long onHand = shop.product("BULB").product().onHand();
        long available = shop.product("BULB").product().available();

        ReserveTest.assertRefused("wrong_state", () -> shop.cancellations.cancelOrder(order, "once more"));

        assertThat(shop.state(order)).isEqualTo(state);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(onHand);
        assertThat(shop.product("BULB").product().available()).isEqualTo(available);
        assertThat(shop.product("BULB").gate()).hasValue(available);
        assertThat(shop.number("select count(*) from stock_movement where kind = 'CANCEL_RETURN'"))
                .isEqualTo(state == OrderState.CANCELLED ? 1 : 0);
        assertThat(CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks())
                .allMatch(CheckResult::holds);
    }

    private UUID orderIn(OrderState state) throws InterruptedException {
        return switch (state) {
            case COMPLETED -> {
                UUID order = shop.paid("ada", TWO);
                try (JobWorker worker = shop.worker(shop.shipping())) {
                    shop.drain();
                }
                yield order;
            }
            case CANCELLED -> {
                UUID order = shop.failedAfterShipping("ada", TWO);
                shop.cancellations.cancelOrder(order, "first");
                yield order;
            }
            case PROCESSING -> {
                UUID order = shop.paid("ada", TWO);
                shop.fulfilment.takeOver(order).orElseThrow();
                yield order;
            }
            default -> {
                UUID order = shop.reserve("ada", TWO).uuid();
                shop.database.transaction(tx -> tx.handle()
                        .execute("update orders set expires_at = clock_timestamp() where id = ?", order));
                shop.expiry.expireDue(1);
                yield order;
            }
        };
    }
}
