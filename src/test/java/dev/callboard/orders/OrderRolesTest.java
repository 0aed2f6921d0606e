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
            callboard_staff | update orders set current_payment = gen_random_uuid()
            callboard_staff | update orders set paid_at = now()
            callboard_staff | insert into outbox (kind, key, payload) select 'job', id, '{"round": 1, "want": "RUN"}' from orders where state = 'RESERVED'
            callboard_staff | insert into outbox (kind, key, payload) select 'job', id, '{"round": 2, "want": "RUN"}' from orders where state = 'PAID'
            callboard_staff | insert into outbox (kind, key, payload) select 'job', id, '{"round": 1, "want": "GONE"}' from orders where state = 'PAID'
            callboard_staff | insert into outbox (kind, key, payload) values ('gate', 'BULB', '{"skus": ["BULB"]}')
            callboard_staff | insert into outbox (kind, key, payload) values ('mail', 'x', '{"to": "somebody@example.com"}')
            callboard_staff | insert into outbox (kind, key) select 'refund', id from payment
            callboard_staff | update outbox set done_at = now() where kind = 'gate'
            callboard_gateway | update orders set expires_at = now()
            callboard_gateway | insert into outbox (kind, key) select 'refund', id from payment
            callboard_gateway | insert into outbox (kind, key, payload) select 'job', id, '{"round": 1, "want": "FAILED"}' from orders where state = 'PAID'
            callboard_gateway | insert into outbox (kind, key, payload) values ('webhook', 'x', '{}')
            callboard_gateway | update outbox set set_apart = true where kind = 'gate'
            callboard_gateway | update refund set provider_id = 'x'
            callboard_worker | update orders set state = 'CANCELLED' where state = 'RESERVED'
            callboard_worker | update orders set state = 'CANCELLED', round = round + 1 where state = 'PAID'
            callboard_worker | update orders set customer = 'eve'
            callboard_worker | update orders set total = 0
            callboard_worker | update orders set email = 'eve@example.com'
            callboard_worker | update orders set failed_at = now()
            callboard_worker | update orders set round = round + 1
            callboard_worker | update order_line set quantity = 1000
            callboard_kiosk | select * from orders
            callboard_kiosk | select * from audit_entry
            callboard_worker | update audit_entry set actor = 'nobody'
            callboard_worker | insert into orders (id, customer, state, expires_at, total) values (gen_random_uuid(), 'x', 'PAID', now(), 0)
            """)
    void whatARoleMayNotDoTheServerRefuses(String role, String statement) {
        shop.reserve("ada", ONE);
        shop.paid("bea", ONE);
        try (TestShop other = as(role)) {
            assertThatThrownBy(() -> other.database.transaction(tx -> tx.handle().execute(statement)))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @Tag("L08")
    @Tag("M5")
    @CsvSource(delimiter = '|', textBlock = """
            callboard_gateway | insert into refund (payment_id, order_id, amount, state) select id, order_id, amount, 'DUE' from payment where id in (select paid_by from orders where state = 'PAID')
            callboard_worker  | insert into refund (payment_id, order_id, amount, state) select id, order_id, amount, 'DUE' from payment where id in (select paid_by from orders where state = 'PAID')
            callboard_worker  | update refund set state = 'DUE' where state = 'DONE'
            callboard_worker  | update refund set state = 'DONE' where state = 'FAILED'
            """)
    void moneyGoesBackOnceAndOnlyWhereTheOrderDoesNotKeepIt(String role, String statement) {
        shop.paid("ada", ONE);
        shop.cancellations.cancelOrder(shop.paid("bea", ONE), "changed mind");
        shop.cancellations.cancelOrder(shop.paid("cy", ONE), "changed mind");
        shop.number("with a as (update refund set state = 'DONE' where payment_id ="
                + " (select max(payment_id::text)::uuid from refund) returning 1) select count(*) from a");
        shop.number(
                "with a as (update refund set state = 'FAILED' where state = 'DUE' returning 1) select count(*) from a");
        try (TestShop other = as(role)) {
            assertThatThrownBy(() -> other.database.transaction(tx -> tx.handle().execute(statement)))
                    .hasStackTraceContaining("refund of payment");
        }
    }

    @Test
    @Tag("L08")
    void theGatewayDoesNotSayThatMoneyWentBack() {
        shop.cancellations.cancelOrder(shop.paid("ada", ONE), "changed mind");
        try (TestShop gateway = as("callboard_gateway")) {
            assertThatThrownBy(() -> gateway.database
                    .transaction(tx -> tx.handle().execute("update refund set state = 'DONE'")))
                    .isInstanceOf(NotPermitted.class);
        }
    }

    private TestShop as(String role) {
        return shop.through(TestServers.addressFor(shop.address, role), shop.redisServer.address());
    }
}
