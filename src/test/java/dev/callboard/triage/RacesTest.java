package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.triage.ActionResult.Result;

/** A retry and two cancels of the same failed job at once, ten thousand times. */
class RacesTest {
    private static final int RACES = 10_000;
    private static final int UNITS_EACH = 2;
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A04")
    void tenThousandRacesOfRetryAgainstCancelEndWithOneEffectEach() {
        shop.receive("BULB", 1_000_000);
        List<UUID> orders = failedOrders();
        AtomicInteger retried = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger moved = new AtomicInteger();

        AtOnce.run(List.<Callable<Void>>of(racer(orders, 1, key -> shop.actions.retry(key), retried, moved),
                racer(orders, 1, key -> shop.actions.cancel(key, "race"), cancelled, moved),
                racer(orders, 2, key -> shop.actions.retry(key), retried, moved),
                racer(orders, 2, key -> shop.actions.cancel(key, "race"), cancelled, moved)));

        assertThat(retried.get() + cancelled.get()).isEqualTo(RACES);
        assertThat(moved.get()).isEqualTo(3 * RACES);
        assertThat(retried.get()).isPositive();
        assertThat(cancelled.get()).isPositive();
        long stillOut = (long) UNITS_EACH * retried.get();
        assertThat(shop.number("select on_hand from product")).isEqualTo(1_000_000 - stillOut);
        assertThat(shop.number("select count(*) from refund")).isEqualTo(cancelled.get());
        assertThat(shop.number("select count(*) from stock_movement where kind = 'CANCEL_RETURN'"))
                .isEqualTo(cancelled.get());
        assertThat(shop.number("select count(*) from orders where state = 'PAID'")).isEqualTo(retried.get());
        while (shop.delivery.deliverDue() > 0) {
            // what a slow moment left to the relays
        }
        assertThat(shop.product("BULB").gate()).hasValue(1_000_000 - stillOut);
        assertThat(shop.queue.counts().waiting()).isEqualTo(retried.get());
        assertThat(shop.queue.counts().failed()).isZero();
    }

    private Callable<Void> racer(List<UUID> orders, long seed, java.util.function.Function<JobKey, ActionResult> action,
            AtomicInteger won, AtomicInteger lost) {
        List<UUID> mine = new ArrayList<>(orders);
        Collections.shuffle(mine, new Random(seed));
        return () -> {
            for (UUID order : mine) {
                Result result = action.apply(shop.key(order)).result();
                (result.isSuccess() ? won : lost).incrementAndGet();
                assertThat(result.isSuccess() || result == Result.MOVED).as("%s", result).isTrue();
            }
            return null;
        };
    }

    /** Orders that shipped and failed for good, laid down as the commands would have left them. */
    private List<UUID> failedOrders() {
        shop.database.transaction(tx -> {
            tx.handle().execute(
                    """
                            insert into orders (id, customer, state, expires_at, total, round, run, failed_at, failure, job_number)
                            select gen_random_uuid(), 'racer ' || i, 'FAILED', clock_timestamp(), 5, 1, 1, clock_timestamp(),
                              'SMTP timeout', nextval('job_number') from generate_series(1, ?) i""",
                    RACES);
            tx.handle().execute("""
                    insert into order_line (order_id, position, sku, quantity, price, shipped)
                    select id, 1, 'BULB', ?, 2.50, ? from orders""", UNITS_EACH, UNITS_EACH);
            tx.handle().execute("""
                    insert into stock_movement (request_id, kind, sku, order_line, quantity)
                    select order_id, 'SHIP', sku, id, -quantity from order_line""");
            tx.handle().execute("""
                    update product set on_hand = on_hand - ?, version = version + 1""", UNITS_EACH * RACES);
            tx.handle().execute("""
                    insert into payment (id, order_id, provider, state, amount, captured_at)
                    select gen_random_uuid(), id, 'COUNTER', 'CAPTURED', 5, clock_timestamp() from orders""");
            tx.handle().execute("""
                    insert into job_evidence (cause, queue, job_id, order_id, round, failed_at, error, snapshot)
                    select 'failed', ?, 'order-' || id, id, 1, failed_at, failure,
                      jsonb_build_object('name', 'fulfill-order', 'data', jsonb_build_object('orderId', id)::text,
                        'opts', '{"attempts":5}', 'attempts', 5, 'stacktrace', '[]'::jsonb) from orders""",
                    TestShop.QUEUE);
            return tx.handle().execute("""
                    insert into outbox (kind, key, payload) select 'job', id::text,
                      '{"round": 1, "want": "FAILED"}' from orders""");
        });
        while (shop.delivery.deliverDue() > 0) {
            // lays every job into the failed set
        }
        assertThat(shop.queue.counts().failed()).isEqualTo(RACES);
        return shop.database
                .transaction(tx -> tx.handle().createQuery("select id from orders").mapTo(UUID.class).list());
    }
}
