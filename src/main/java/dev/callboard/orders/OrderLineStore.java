package dev.callboard.orders;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Transaction;
import dev.callboard.stock.StockHolds.OrderedGoods;

/** The SQL that moves units on order lines. */
final class OrderLineStore {

    /** The goods of an order, by line; the lines are locked. */
    List<OrderedGoods> ordered(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select id, sku, quantity from order_line where order_id = :order order by id for no key update
                """).bind("order", order).map((row, context) -> new OrderedGoods(row.getLong("id"),
                row.getString("sku"), row.getLong("quantity"))).list();
    }

    void shipped(Transaction tx, UUID order) {
        tx.handle().createUpdate("update order_line set shipped = quantity where order_id = :order")
                .bind("order", order).execute();
    }

    void cancelled(Transaction tx, UUID order) {
        tx.handle().createUpdate("update order_line set cancelled = shipped where order_id = :order")
                .bind("order", order).execute();
    }

    /** Those SKUs that no product has. */
    List<String> unknown(Transaction tx, Collection<String> skus) {
        return tx.handle().createQuery("""
                select sku from unnest(:skus) as asked(sku)
                where not exists (select from product where product.sku = asked.sku) order by sku
                """).bindArray("skus", String.class, skus.toArray()).mapTo(String.class).list();
    }

    /** A line of a completed order that its customer may still bring back. */
    record Returnable(long id, String sku, long left, UUID orderId, long orderNumber) {}

    /** What a customer still holds of a product from completed orders, oldest order first; locked. */
    List<Returnable> returnable(Transaction tx, String customer, String sku) {
        return tx.handle().createQuery("""
                select l.id, l.sku, l.shipped - l.cancelled - l.returned as left_over, o.id as order_id, o.number
                from order_line l join orders o on o.id = l.order_id
                where o.customer = :customer and o.state = 'COMPLETED' and l.sku = :sku
                  and l.shipped - l.cancelled - l.returned > 0
                order by o.number, l.id for no key update of l
                """).bind("customer", customer).bind("sku", sku)
                .map((row, context) -> new Returnable(row.getLong("id"), row.getString("sku"),
                        row.getLong("left_over"), row.getObject("order_id", UUID.class), row.getLong("number")))
                .list();
    }

    void returned(Transaction tx, long line, long units) {
        int changed = tx.handle().createUpdate("""
                update order_line set returned = returned + :units
                where id = :line and cancelled + returned + :units <= shipped
                """).bind("line", line).bind("units", units).execute();
        if (changed != 1) {
            throw new IllegalStateException("order line " + line + " no longer has " + units + " units to return");
        }
    }
}
