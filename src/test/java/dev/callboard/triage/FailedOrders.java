package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import dev.callboard.TestShop;

/** Many orders that failed, quickly. */
public final class FailedOrders {
    private FailedOrders() {}

    /** Orders that shipped and failed for good, laid down as the commands would have left them. */
    public static List<UUID> layDown(TestShop shop, int count, int unitsEach) {
        shop.database.transaction(tx -> {
            tx.handle().execute(
                    """
                            insert into orders (id, customer, state, expires_at, total, round, run, failed_at, failure, job_number)
                            select gen_random_uuid(), 'racer ' || i, 'FAILED', clock_timestamp(), 5, 1, 1, clock_timestamp(),
                              'SMTP timeout', nextval('job_number') from generate_series(1, ?) i""",
                    count);
            tx.handle().execute("""
                    insert into order_line (order_id, position, sku, quantity, price, shipped)
                    select id, 1, 'BULB', ?, 2.50, ? from orders""", unitsEach, unitsEach);
            tx.handle().execute("""
                    insert into stock_movement (request_id, kind, sku, order_line, quantity)
                    select order_id, 'SHIP', sku, id, -quantity from order_line""");
            tx.handle().execute("""
                    update product set on_hand = on_hand - ?, version = version + 1""", unitsEach * count);
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
        assertThat(shop.queue.counts().failed()).isEqualTo(count);
        return shop.database
                .transaction(tx -> tx.handle().createQuery("select id from orders").mapTo(UUID.class).list());
    }
}
