package dev.callboard.gateway;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.audit.Act;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.stock.StockLine;

/** What the gateway's login may not do, asked of the database: a gateway that was taken over can do no more. */
@Tag("L08")
class GatewayRoleTest {
    private final TestShop shop = new TestShop();
    private final TestShop front = shop.through(TestServers.addressFor(shop.address, "callboard_gateway"),
            shop.redisServer.address());

    @AfterEach
    void close() {
        front.close();
        shop.close();
    }

    @Test
    void cancelsCallsFulfilsAndTakesMoneyAtNoCounter() {
        shop.receive("BULB", 10);
        UUID reserved = shop.reserve("ada", new StockLine("BULB", 1)).uuid();
        UUID paid = shop.paid("bea", new StockLine("BULB", 1));

        forbidden(() -> front.payments.payAtCounter(reserved));
        forbidden(() -> front.prompt.run((tx, rows) -> front.transitions.endReservation(tx, rows, reserved,
                OrderState.CANCELLED, Act.person("test"))));
        forbidden(() -> front.prompt.run((tx, rows) -> front.transitions.cancel(tx, rows,
                new OrderTransitions.Cancel(paid, OrderState.PAID, 1, java.time.Duration.ZERO), Act.person("test"))));
        forbidden(() -> front.fulfilment.takeOver(paid));
        forbidden(() -> front.receive("BULB", 1));
        forbidden(() -> front.stock.writeOff(new StockLine("BULB", 1), "test"));
        for (String statement : List.of("update orders set state = 'EXPIRED'", "update orders set total = 0",
                "update product set on_hand = 0", "update product set price = 0", "select * from audit_entry",
                "select * from job_evidence", "select * from invoice", "delete from orders", "delete from payment",
                "update provider_event set type = 'x'", "insert into stock_movement (request_id, kind, sku, quantity)"
                        + " values (gen_random_uuid(), 'RECEIVE', 'BULB', 1)",
                "select * from call_next(array['A'], 'K1', null, 'UTC', '04:00')",
                "insert into audit_entry (actor, action, subject_kind, subject_id) values ('eve', 'x', 'order', '1')",
                "insert into payment (id, order_id, provider, state, amount) values (gen_random_uuid(), '" + reserved
                        + "', 'COUNTER', 'CAPTURED', 1)")) {
            forbidden(() -> front.database.transaction(tx -> tx.handle().execute(statement)));
        }
    }

    private static void forbidden(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatExceptionOfType(NotPermitted.class).isThrownBy(act);
    }
}
