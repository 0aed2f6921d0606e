package dev.callboard.check;

import java.util.List;

import dev.callboard.postgres.Database;

/** What always holds of orders, their fulfilment and their history, in Postgres alone. */
final class OrderInvariants {
    /** A hold is open until the goods leave or the order ends; a swept id never became an order. */
    private static final String HOLDS = """
            select format('order %s is %s, shipped %s, its hold is %s', o.number, o.state, l.shipped,
                coalesce(h.state, 'missing')) as line
            from orders o
            left join (select order_id, bool_or(shipped > 0) as shipped from order_line group by order_id) l
              on l.order_id = o.id
            left join stock_hold h on h.id = o.id
            where h.state is distinct from case when l.shipped then 'CONSUMED'
              when o.state in ('EXPIRED', 'CANCELLED') then 'RELEASED' else 'ACTIVE' end
            union all
            select format('hold %s is %s and no order''s', h.id, h.state) from stock_hold h
            where h.state <> 'SWEPT' and not exists (select from orders o where o.id = h.id)
            """;

    private static final String GOODS = """
            select format('order %s is %s; ordered %s, shipped %s, cancelled %s, returned %s', o.number, o.state,
                l.quantity, l.shipped, l.cancelled, l.returned) as line
            from orders o left join (
              select order_id, sum(quantity) as quantity, sum(shipped) as shipped, sum(cancelled) as cancelled,
                sum(returned) as returned, sum(quantity * price) as total
              from order_line group by order_id) l on l.order_id = o.id
            where l.quantity is null or l.shipped not in (0, l.quantity) or o.total <> l.total
              or l.shipped > 0 and o.state in ('RESERVED', 'PAYMENT_PENDING', 'EXPIRED')
              or l.shipped = 0 and o.state = 'COMPLETED'
              or l.cancelled <> case when o.state = 'CANCELLED' then l.shipped else 0 end
              or l.returned > 0 and o.state <> 'COMPLETED'
            """;

    private static final String STEPS = """
            select format('order %s is %s, step %s is %s', o.number, o.state, s.name,
                case when s.done_at is null then 'not done: ' || coalesce(s.error, '?') else 'done' end) as line
            from fulfilment_step s join orders o on o.id = s.order_id
            where o.state = 'COMPLETED' and s.done_at is null
              or s.done_at is null and s.error is null
              or s.name = 'inventory' and (s.done_at is not null)
                <> exists (select from order_line l where l.order_id = o.id and l.shipped > 0)
            union all
            select format('order %s has %s and no inventory step', o.number, o.state) from orders o
            where exists (select from order_line l where l.order_id = o.id and l.shipped > 0)
              and not exists (select from fulfilment_step s where s.order_id = o.id and s.name = 'inventory')
            """;

    /** A failure is kept before anything touches its job, and a person was told of it. */
    private static final String FAILURES = """
            select format('order %s failed at %s: evidence %s, alert %s', o.number, o.failed_at, e.kept, a.raised) as line
            from orders o
            cross join lateral (select exists (select from job_evidence e
              where e.order_id = o.id and e.failed_at = o.failed_at) as kept) e
            cross join lateral (select exists (select from alert a where a.kind = 'order.failed'
              and a.subject_kind = 'order' and a.subject_id = o.id::text) as raised) a
            where o.state = 'FAILED' and not (e.kept and a.raised)
            """;

    /** Entry after entry leads from the reservation to where the order stands. */
    private static final String AUDIT = """
            select format('order %s is %s, its audit says %s after %s entries', coalesce(o.number::text, a.subject_id),
                coalesce(o.state, 'missing'), coalesce(a.state, 'nothing'), coalesce(a.entries, 0)) as line
            from orders o full join (
              select distinct on (subject_id) subject_id, state, count(*) over every as entries,
                bool_or(state_before is distinct from former) over every as broken
              from (select id, subject_id, before->>'state' as state_before, after->>'state' as state,
                  lag(after->>'state') over (partition by subject_id order by id) as former
                from audit_entry where subject_kind = 'order' and after->>'state' is not null) entry
              window every as (partition by subject_id)
              order by subject_id, id desc) a on a.subject_id = o.id::text
            where o.state is distinct from a.state or a.broken
            """;

    private static final String TIMES = """
            select format('order %s is %s, paid %s, completed %s, failed %s, job number %s', number, state, paid_at,
                completed_at, failed_at, job_number) as line
            from orders
            where (state = 'COMPLETED') <> (completed_at is not null)
              or (paid_at is null) <> (paid_by is null) or (paid_at is null) <> (job_number is null)
              or state in ('PAID', 'PROCESSING', 'COMPLETED', 'FAILED') and paid_at is null
              or state in ('PAID', 'PROCESSING', 'COMPLETED', 'FAILED') and round < 1
              or state in ('PROCESSING', 'COMPLETED', 'FAILED') and run < 1
            """;

    private OrderInvariants() {}

    static List<Invariant> of(Database database) {
        return List.of(new SqlInvariant(database, "orders.holds_match_state", HOLDS),
                new SqlInvariant(database, "orders.goods_match_state", GOODS),
                new SqlInvariant(database, "orders.steps_match_state", STEPS),
                new SqlInvariant(database, "orders.failures_have_evidence", FAILURES),
                new SqlInvariant(database, "orders.every_change_audited", AUDIT),
                new SqlInvariant(database, "orders.times_match_state", TIMES));
    }
}
