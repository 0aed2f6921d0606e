package dev.callboard.triage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL of a cancel's preview. */
final class CancelStore {

    /** What a cancel would put back, by product: shipped units where the order shipped, held units where it only holds. */
    List<CancelPreview.StockEffect> effects(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select p.sku, p.name, p.on_hand, p.on_hand - p.held as available,
                  case when l.shipped > 0 then l.shipped - l.cancelled - l.returned else 0 end as back,
                  case when l.shipped = 0 and h.state = 'ACTIVE' then l.quantity else 0 end as free
                from order_line l join product p on p.sku = l.sku left join stock_hold h on h.id = l.order_id
                where l.order_id = :order order by l.position
                """).bind("order", order).map((row, context) -> {
            long back = row.getLong("back");
            long units = back + row.getLong("free");
            return new CancelPreview.StockEffect(row.getString("sku"), row.getString("name"), units,
                    row.getLong("on_hand"), row.getLong("on_hand") + back, row.getLong("available"),
                    row.getLong("available") + units);
        }).list();
    }

    boolean shipped(Transaction tx, UUID order) {
        return tx.handle().createQuery("select exists (select from order_line where order_id = :order and shipped > 0)")
                .bind("order", order).mapTo(Boolean.class).one();
    }

    /** The code of the open ticket that is about the order. */
    Optional<String> ticketCode(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                select ticket_code(origin, number) from ticket
                where order_id = :order and state in ('WAITING', 'CALLED', 'SERVING', 'HELD')
                order by joined_at desc limit 1
                """).bind("order", order).mapTo(String.class).findOne();
    }

    /** What cancelling these orders would do in all; those that are no longer FAILED count for nothing. */
    CancelSums sums(Transaction tx, List<UUID> orders) {
        List<CancelPreview.StockEffect> stock = tx.handle().createQuery("""
                select p.sku, p.name, p.on_hand, p.on_hand - p.held as available,
                  sum(case when l.shipped > 0 then l.shipped - l.cancelled - l.returned else 0 end) as back,
                  sum(case when l.shipped = 0 and h.state = 'ACTIVE' then l.quantity else 0 end) as free
                from orders o join order_line l on l.order_id = o.id join product p on p.sku = l.sku
                  left join stock_hold h on h.id = o.id
                where o.id = any (:orders) and o.state = 'FAILED'
                group by p.sku, p.name, p.on_hand, p.held order by 5 desc, 6 desc, p.name
                """).bindArray("orders", UUID.class, orders.toArray())
                .map((row, context) -> {
                    long back = row.getLong("back");
                    long units = back + row.getLong("free");
                    return new CancelPreview.StockEffect(row.getString("sku"), row.getString("name"), units,
                            row.getLong("on_hand"), row.getLong("on_hand") + back, row.getLong("available"),
                            row.getLong("available") + units);
                }).list();
        return tx.handle().createQuery("""
                select count(*) as orders,
                  coalesce(sum(due.amount), 0) as refund, count(due.amount) as refunds,
                  coalesce(sum(t.open), 0) as tickets, coalesce(sum(t.waiting), 0) as waiting
                from orders o
                left join lateral (select p.amount from payment p where p.order_id = o.id and p.state = 'CAPTURED'
                    and not exists (select from refund r where r.payment_id = p.id)
                    order by p.captured_at limit 1) due on true
                left join lateral (select count(*) as open, count(*) filter (where state = 'WAITING') as waiting
                    from ticket where order_id = o.id and state in ('WAITING', 'CALLED', 'SERVING', 'HELD')) t on true
                where o.id = any (:orders) and o.state = 'FAILED'
                """).bindArray("orders", UUID.class, orders.toArray())
                .map((row, context) -> new CancelSums(row.getInt("orders"), stock, row.getBigDecimal("refund"),
                        row.getInt("refunds"), row.getInt("tickets"), row.getInt("waiting")))
                .one();
    }
}
