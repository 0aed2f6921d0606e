package dev.callboard.stock;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.jdbi.v3.core.statement.PreparedBatch;

import dev.callboard.postgres.Transaction;

/** The ledger's SQL: movements and the stock on hand that they change, always together. */
final class LedgerStore {

    /** Locks the products in SKU order. @return how many of them exist */
    int lock(Transaction tx, List<String> skus) {
        return tx.handle().createQuery("""
                select sku from product where sku = any (:skus) order by sku for no key update
                """).bindArray("skus", String.class, skus.toArray()).mapTo(String.class).list().size();
    }

    /** Writes the movements and applies their sums per product; the products are locked already. */
    void move(Transaction tx, List<LedgerMovement> movements) {
        PreparedBatch rows = tx.handle().prepareBatch("""
                insert into stock_movement (request_id, kind, sku, order_line, quantity, reason)
                values (:requestId, :kind, :sku, :orderLine, :quantity, :reason)
                """);
        Map<String, Long> sums = new TreeMap<>();
        for (LedgerMovement movement : movements) {
            rows.bind("requestId", movement.requestId()).bind("kind", movement.kind().name())
                    .bind("sku", movement.sku()).bind("orderLine", movement.orderLine())
                    .bind("quantity", movement.quantity()).bind("reason", movement.reason()).add();
            sums.merge(movement.sku(), movement.quantity(), Long::sum);
        }
        rows.execute();
        tx.handle().createUpdate("""
                update product set on_hand = on_hand + moved.quantity, version = version + 1
                from unnest(cast(:skus as text[]), cast(:quantities as bigint[])) as moved (sku, quantity)
                where product.sku = moved.sku
                """).bindArray("skus", String.class, sums.keySet().toArray())
                .bindArray("quantities", Long.class, sums.values().toArray()).execute();
    }

    /** What the SHIP movements of an order took, by order line. */
    List<LedgerMovement> shipped(Transaction tx, UUID orderId) {
        return tx.handle().createQuery("""
                select m.request_id, m.sku, m.order_line, m.quantity from stock_movement m
                join order_line l on l.id = m.order_line
                where l.order_id = :order and m.kind = 'SHIP' order by m.sku
                """).bind("order", orderId)
                .map((row, context) -> new LedgerMovement(row.getObject("request_id", UUID.class), MovementKind.SHIP,
                        row.getString("sku"), row.getLong("order_line"), row.getLong("quantity"), null))
                .list();
    }
}
