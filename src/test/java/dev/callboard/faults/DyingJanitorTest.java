package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.TestShop;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.ShopInvariants;
import dev.callboard.faults.CuttingProxy.Cut;
import dev.callboard.orders.OrderState;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.stock.StockLine;
import dev.callboard.workers.Janitor;

/** A janitor that dies between two orders, or in the middle of one. */
class DyingJanitorTest {
    private static final Duration DAY = Duration.ofDays(1);
    private final TestShop shop = new TestShop();
    private final CuttingProxy postgres = new CuttingProxy(
            Integer.parseInt(shop.address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1")));

    @AfterEach
    void close() {
        postgres.close();
        shop.close();
    }

    @ParameterizedTest(name = "at request {0}")
    @ValueSource(ints = {8, 14})
    @Tag("A07")
    @Tag("A06")
    void whatItLeftIsDoneByTheNextAndNothingTwice(int request) throws Exception {
        shop.receive("BULB", 100);
        List<UUID> failed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            failed.add(shop.failedAfterShipping("customer " + i, new StockLine("BULB", 2)));
        }
        shop.database.transaction(
                tx -> tx.handle().execute("update orders set failed_at = failed_at - interval '25 hours'"));
        try (TestShop dying = shop.through(
                new PostgresAddress(shop.address.jdbcUrl().replaceFirst(":\\d+/", ":" + postgres.port() + "/"),
                        shop.address.user(), shop.address.password()),
                shop.redisServer.address())) {
            dying.orders.list(null, 1);
            postgres.cutAt(request, Cut.BEFORE_ITS_ANSWER);
            try {
                new Janitor(dying.orders, dying.cancellations, DAY, DAY).runOnce();
            } catch (RuntimeException cutOff) {
                assertThat(postgres.isDown()).as("failed without a cut: %s", cutOff).isTrue();
            }
            assertThat(postgres.heal()).as("it died").isTrue();
        }

        new Janitor(shop.orders, shop.cancellations, DAY, DAY).runOnce();
        shop.drain();

        assertThat(failed).allSatisfy(order -> assertThat(shop.state(order)).isEqualTo(OrderState.CANCELLED));
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(100);
        assertThat(shop.product("BULB").gate()).hasValue(100);
        assertThat(shop.number("select count(*) from refund")).isEqualTo(3);
        assertThat(shop.number("select count(*) from stock_movement where kind = 'CANCEL_RETURN'")).isEqualTo(3);
        assertThat(shop.number("select count(*) from audit_entry where action = 'order.cancel'")).isEqualTo(3);
        assertThat(shop.queue.counts().failed()).isZero();
        assertThat(CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks())
                .allMatch(CheckResult::holds);
    }
}
