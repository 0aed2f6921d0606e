package dev.callboard.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of one product's ledger. */
final class ProductLedgerStore {

    /** What was on hand after each movement follows from what is on hand now, and from the movements after it. */
    List<ProductLedger.Row> rows(Transaction tx, Product product, int limit) {
        return tx.handle()
                .createQuery(
                        """
                                with newest as (
                                  select m.id, m.at, m.kind, m.quantity, m.actor, m.reason, m.order_line,
                                    :onHand - sum(m.quantity) over (order by m.id desc) + m.quantity as on_hand
                                  from (select * from stock_movement where sku = :sku order by id desc limit :limit) m)
                                select n.at, n.kind, n.quantity, n.on_hand, o.number, o.customer, n.actor, n.reason, n.id as place
                                from newest n left join order_line l on l.id = n.order_line left join orders o on o.id = l.order_id
                                union all
                                select h.created_at, null, l.quantity, coalesce((select n.on_hand from newest n where n.at <= h.created_at
                                    order by n.id desc limit 1), :onHand), o.number, o.customer, null, null, 0
                                from order_line l join stock_hold h on h.id = l.order_id join orders o on o.id = l.order_id
                                where l.sku = :sku and h.state = 'ACTIVE'
                                order by at desc, place desc limit :limit
                                """)
                .bind("sku", product.sku()).bind("onHand", product.onHand()).bind("limit", limit)
                .map(ProductLedgerStore::row).list();
    }

    ProductLedger.Sums sums(Transaction tx, String sku) {
        return tx.handle().createQuery("""
                select coalesce((select quantity from stock_movement where sku = :sku and kind = 'RECEIVE'
                    order by id limit 1), 0) as opening,
                  coalesce(sum(quantity) filter (where kind = 'RECEIVE'), 0) as received,
                  coalesce(-sum(quantity) filter (where kind = 'SHIP'), 0) as shipped,
                  coalesce(sum(quantity) filter (where kind in ('CANCEL_RETURN', 'CUSTOMER_RETURN')), 0) as returned,
                  coalesce(-sum(quantity) filter (where kind = 'WRITE_OFF'), 0) as written_off,
                  coalesce(sum(quantity) filter (where kind = 'ADJUSTMENT'), 0) as adjusted
                from stock_movement where sku = :sku
                """).bind("sku", sku)
                .map((row, context) -> new ProductLedger.Sums(row.getLong("opening"),
                        row.getLong("received") - row.getLong("opening"), row.getLong("shipped"),
                        row.getLong("returned"), row.getLong("written_off"), row.getLong("adjusted")))
                .one();
    }

    /** Products beside their ledger and their holds, by SKU, from the one after the given SKU on; in one statement. */
    List<LedgerCheck.Difference> compared(Transaction tx, String after, int limit) {
        return tx.handle().createQuery("""
                select p.sku, p.on_hand, p.held,
                  coalesce((select sum(m.quantity) from stock_movement m where m.sku = p.sku), 0) as ledger,
                  coalesce((select sum(l.quantity) from order_line l join stock_hold h on h.id = l.order_id
                    where l.sku = p.sku and h.state = 'ACTIVE'), 0) as holds
                from product p where p.sku > :after order by p.sku limit :limit
                """).bind("after", after).bind("limit", limit)
                .map((row, context) -> new LedgerCheck.Difference(row.getString("sku"), row.getLong("on_hand"),
                        row.getLong("ledger"), row.getLong("held"), row.getLong("holds")))
                .list();
    }

    private static ProductLedger.Row row(ResultSet row, StatementContext context) throws SQLException {
        String kind = row.getString("kind");
        return new ProductLedger.Row(row.getObject("at", OffsetDateTime.class).toInstant(),
                kind == null ? null : MovementKind.valueOf(kind), row.getLong("quantity"), row.getLong("on_hand"),
                row.getObject("number", Long.class), row.getString("customer"), row.getString("actor"),
                row.getString("reason"));
    }
}
