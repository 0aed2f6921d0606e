package dev.callboard.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.StockLine;

/** What each role may do to goods and orders, asked of the server and not of a button. */
class OrderRolesTest {
    private static final StockLine ONE = new StockLine("BULB", 1);
    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("L08")
    void staffTakePaymentAndNothingElse() {
        UUID order = shop.reserve("ada", ONE).uuid();
        try (TestShop staff = as("callboard_staff")) {
            staff.payments.payAtCounter(order);

            assertThat(staff.orders.details(order).order().state()).isEqualTo(OrderState.PAID);
            assertThatThrownBy(() -> staff.cancellations.cancelOrder(order, "no")).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> staff.receive("BULB", 1)).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> staff.stock.writeOff(ONE, "no")).isInstanceOf(NotPermitted.class);
            assertThatThrownBy(() -> staff.reserve("ada", ONE)).isInstanceOf(NotPermitted.class);
        }
        new OrphanHolds(shop.database, shop.gate).sweep(-1, 10);
        assertThat(shop.product("BULB").gate()).hasValue(9);
    }

    @Test
    @Tag("L08")
    void theGatewayReservesAndTakesNothingOut() {
        try (TestShop gateway = as("callboard_gateway")) {
            UUID order = gateway.reserve("ada", ONE).uuid();

            assertThat(shop.state(order)).isEqualTo(OrderState.RESERVED);
            assertThatThrownBy(() -> gateway.reserve("ada", new StockLine("BULB", 10))).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> gateway.cancellations.cancelOrder(order, "no")).isInstanceOf(NotPermitted.class);
        }
    }

    @Test
    @Tag("L08")
    void theWorkerFulfilsExpiresAndCancelsAsItsDutiesDo() throws Exception {
        UUID failed = shop.failedAfterShipping("bea", ONE);
        UUID order = shop.paid("ada", ONE);
        try (TestShop duties = as("callboard_worker")) {
            var mine = duties.fulfilment.takeOver(order).orElseThrow();
            duties.fulfilment.ship(mine);
            duties.fulfilment.invoice(mine, number -> new byte[]{1});
            duties.fulfilment.done(mine, "email", "sent");
            duties.fulfilment.complete(mine);
            duties.cancellations.cancelOrder(failed, "nobody came");

            assertThatThrownBy(() -> duties.receive("LAMP", 1)).isInstanceOf(NotPermitted.class);
        }
        assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
        assertThat(shop.state(failed)).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.product("BULB").gate()).hasValue(9);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @Tag("L08")
    @CsvSource(delimiter = '|', textBlock = """
            callboard_gateway | insert into orders (id, customer, state, expires_at, total) values (gen_random_uuid(), 'x', 'PAID', now(), 0)
            callboard_gateway | update stock_hold set state = 'RELEASED', ended_at = now()
            callboard_gateway | update product set held = 0
            callboard_gateway | update outbox set payload = '{}'
            callboard_gateway | delete from outbox
            callboard_staff | update orders set round = round + 1
            callboard_staff | update orders set paid_by = gen_random_uuid()
            callboard_staff | update orders set state = 'EXPIRED'
            callboard_staff | insert into stock_movement (request_id, kind, sku, quantity) values (gen_random_uuid(), 'RECEIVE', 'BULB', 1)
            callboard_staff | insert into audit_entry (actor, action, subject_kind, subject_id) values ('somebody else', 'x', 'x', 'x')
            callboard_kiosk | select * from orders
            callboard_kiosk | select * from audit_entry
            callboard_worker | update audit_entry set actor = 'nobody'
            callboard_worker | insert into orders (id, customer, state, expires_at, total) values (gen_random_uuid(), 'x', 'PAID', now(), 0)
            """)
    void whatARoleMayNotDoTheServerRefuses(String role, String statement) {
        shop.reserve("ada", ONE);
        try (TestShop other = as(role)) {
            assertThatThrownBy(() -> other.database.transaction(tx -> tx.handle().execute(statement)))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    private TestShop as(String role) {
        return shop.through(TestServers.addressFor(shop.address, role), shop.redisServer.address());
    }
}
