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
}
