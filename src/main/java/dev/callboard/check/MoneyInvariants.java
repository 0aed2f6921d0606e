package dev.callboard.check;

import java.util.List;

import dev.callboard.postgres.Database;

/** What always holds of payments, refunds and invoices. */
final class MoneyInvariants {
    /** One captured payment of the whole amount stands for a paid order; any other captured one is given back. */
    private static final String PAYMENTS = """
            select format('order %s is %s, total %s, captured payments: %s, of the right amount: %s', o.number, o.state,
                o.total, coalesce(p.captured, 0), coalesce(p.own, 0)) as line
            from orders o left join (
              select p.order_id, count(*) as captured,
                count(*) filter (where p.id = o.paid_by and p.amount = o.total) as own,
                count(*) filter (where p.id is distinct from o.paid_by and r.payment_id is null) as stray
              from payment p join orders o on o.id = p.order_id left join refund r on r.payment_id = p.id
              where p.state = 'CAPTURED' group by p.order_id) p on p.order_id = o.id
            where coalesce(p.own, 0) <> (o.paid_by is not null)::integer or p.stray > 0
            """;

    private static final String REFUNDS = """
            select format('order %s is %s: paid %s, to give back %s', o.number, o.state, p.amount, r.amount) as line
            from payment p join orders o on o.id = p.order_id left join refund r on r.payment_id = p.id
            where p.state = 'CAPTURED' and p.id = o.paid_by
                and (o.state = 'CANCELLED' and p.amount > 0) <> (r.payment_id is not null)
              or r.payment_id is not null
                and (p.state <> 'CAPTURED' or r.amount <> p.amount or r.order_id <> p.order_id)
            """;

    private static final String INVOICES = """
            select format('invoices: %s, numbers %s to %s, counter at %s', i.invoices, i.first, i.latest, c.last) as line
            from invoice_counter c,
              (select count(distinct number) as invoices, min(number) as first, max(number) as latest from invoice) i
            where i.invoices <> c.last or i.invoices > 0 and (i.first <> 1 or i.latest <> c.last)
            union all
            select format('order %s: invoice %s, its document %s, step done %s', o.number,
                coalesce(i.number::text, 'missing'), i.pdf is not null, s.done_at is not null)
            from orders o left join invoice i on i.order_id = o.id
            left join fulfilment_step s on s.order_id = o.id and s.name = 'invoice'
            where (i.pdf is not null) <> (s.done_at is not null)
            """;

    private MoneyInvariants() {}

    static List<Invariant> of(Database database) {
        return List.of(new SqlInvariant(database, "payments.one_for_each_paid_order", PAYMENTS),
                new SqlInvariant(database, "payments.refund_for_each_cancelled_order", REFUNDS),
                new SqlInvariant(database, "invoices.numbers_without_gap", INVOICES));
    }
}
