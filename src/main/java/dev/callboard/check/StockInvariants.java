package dev.callboard.check;

import java.util.List;

import dev.callboard.postgres.Database;

/** What always holds of goods, their ledger and the holds on them, in Postgres alone. */
final class StockInvariants {
    /** The sum of all movements, and the same told as what came in and what went out. */
    private static final String LEDGER = """
            select format('%s: on hand %s; received %s, adjusted %s, shipped %s, returned %s, written off %s', p.sku,
                p.on_hand, m.received, m.adjusted, m.shipped, m.returned, m.written_off) as line
            from product p left join (
              select sku, sum(quantity) as total, coalesce(sum(quantity) filter (where kind = 'RECEIVE'), 0) as received,
                coalesce(sum(quantity) filter (where kind = 'ADJUSTMENT'), 0) as adjusted,
                coalesce(-sum(quantity) filter (where kind = 'SHIP'), 0) as shipped,
                coalesce(sum(quantity) filter (where kind in ('CANCEL_RETURN', 'CUSTOMER_RETURN')), 0) as returned,
                coalesce(-sum(quantity) filter (where kind = 'WRITE_OFF'), 0) as written_off
              from stock_movement group by sku) m on m.sku = p.sku
            where p.on_hand <> coalesce(m.total, 0)
              or m.received + m.adjusted <> p.on_hand + m.shipped - m.returned + m.written_off
            """;

    private static final String HELD = """
            select format('%s: held %s, its open holds have %s', p.sku, p.held, coalesce(h.units, 0)) as line
            from product p left join (
              select l.sku, sum(l.quantity) as units
              from stock_hold s join order_line l on l.order_id = s.id where s.state = 'ACTIVE' group by l.sku) h
              on h.sku = p.sku
            where p.held <> coalesce(h.units, 0)
            """;

    private static final String WITHIN = """
            select format('%s: on hand %s, held %s', sku, on_hand, held) as line from product
            where held < 0 or held > on_hand
            """;

    /** Each line's units are what the ledger says, and of the line's own product. */
    private static final String LINES = """
            select format('order line %s: shipped %s, cancelled %s, returned %s; the ledger has %s, %s, %s',
                coalesce(l.id, m.order_line), l.shipped, l.cancelled, l.returned, m.shipped, m.cancelled, m.returned) as line
            from order_line l full join (
              select order_line, min(sku) as sku, count(distinct sku) as skus,
                coalesce(-sum(quantity) filter (where kind = 'SHIP'), 0) as shipped,
                coalesce(sum(quantity) filter (where kind = 'CANCEL_RETURN'), 0) as cancelled,
                coalesce(sum(quantity) filter (where kind = 'CUSTOMER_RETURN'), 0) as returned
              from stock_movement where order_line is not null group by order_line) m on m.order_line = l.id
            where l.id is null or m.skus > 1 or m.sku <> l.sku
              or (l.shipped, l.cancelled, l.returned)
                <> (coalesce(m.shipped, 0), coalesce(m.cancelled, 0), coalesce(m.returned, 0))
            """;

    private static final String ONCE = """
            select format('order line %s: %s movements of kind %s', order_line, count(*), kind) as line
            from stock_movement where kind in ('SHIP', 'CANCEL_RETURN') group by order_line, kind having count(*) > 1
            """;

    private StockInvariants() {}

    static List<Invariant> of(Database database) {
        return List.of(new SqlInvariant(database, "stock.ledger_adds_up", LEDGER),
                new SqlInvariant(database, "stock.held_is_sum_of_open_holds", HELD),
                new SqlInvariant(database, "stock.held_within_on_hand", WITHIN),
                new SqlInvariant(database, "stock.order_lines_match_ledger", LINES),
                new SqlInvariant(database, "stock.shipped_and_cancelled_once", ONCE));
    }
}
