package dev.callboard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.audit.AuditQuery;
import dev.callboard.audit.AuditTrail;
import dev.callboard.jobs.JobWorker;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.stock.StockLine;

/**
 * Every action on goods, orders and jobs under every role: who may is exactly whom the design names. What happened to
 * an order is read from the audit, so whoever sees orders reads it.
 */
class OrderRightsTest {
    private static final StockLine ONE = new StockLine("BULB", 1);
    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() throws InterruptedException {
        shop.receive("BULB", 100);
        shop.paid("fay", ONE);
        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest(name = "{0}")
    @Tag("L08")
    @CsvSource(delimiter = '|', textBlock = """
            callboard_kiosk   |
            callboard_staff   | read pay history
            callboard_gateway | read reserve
            callboard_worker  | read expire cancel takeOver history
            callboard_admin   | read reserve pay expire cancel retry takeOver receive writeOff takeBack history
            """)
    void theDatabaseAllowsARoleItsOwnAndNothingElse(String role, String allowed) throws Exception {
        UUID reserved = shop.reserve("ada", ONE).uuid();
        UUID due = shop.reserve("bea", ONE).uuid();
        UUID paid = shop.paid("cy", ONE);
        UUID failed = shop.failedAfterShipping("dan", ONE);
        UUID cancellable = shop.failedAfterShipping("eve", ONE);
        shop.database.transaction(
                tx -> tx.handle().execute("update orders set expires_at = clock_timestamp() where id = ?", due));
        Set<String> may = new TreeSet<>();
        try (TestShop other = shop.through(TestServers.addressFor(shop.address, role), shop.redisServer.address())) {
            actions(other, reserved, failed, cancellable, paid).forEach((name, action) -> {
                try {
                    action.run();
                    may.add(name);
                } catch (NotPermitted refused) {
                    assertThat(refused).hasMessageContaining("may not");
                }
            });
        }
        assertThat(may).isEqualTo(allowed == null ? Set.of() : new TreeSet<>(List.of(allowed.split(" "))));
    }

    private static Map<String, Runnable> actions(TestShop as, UUID reserved, UUID failed, UUID cancellable,
            UUID paid) {
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put("read", () -> as.orders.list(null, 10));
        actions.put("reserve", () -> as.reservations
                .reserve(ReservationRequest.of("new", null, List.of(ONE), Duration.ofMinutes(1))));
        actions.put("pay", () -> as.payments.payAtCounter(reserved));
        actions.put("expire", () -> assertThat(as.expiry.expireDue(10)).isPositive());
        actions.put("cancel", () -> as.cancellations.cancelOrder(cancellable, "why"));
        actions.put("retry", () -> as.actions.retry(as.key(failed)));
        actions.put("takeOver", () -> as.fulfilment.takeOver(paid));
        actions.put("receive", () -> as.receive("BULB", 1));
        actions.put("writeOff", () -> as.stock.writeOff(ONE, "broken"));
        actions.put("takeBack", () -> as.returns.take("fay", List.of(ONE), null));
        actions.put("history", () -> new AuditTrail(as.database).newest(AuditQuery.of(""), 1));
        return actions;
    }
}
