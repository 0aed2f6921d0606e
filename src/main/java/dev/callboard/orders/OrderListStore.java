package dev.callboard.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;
import dev.callboard.tickets.BusinessDay;

/** The SQL of order lists. */
final class OrderListStore {
    private static final String MATCHES = """
            from orders o where case :filter
                when 'OPEN' then o.state in ('RESERVED', 'PAYMENT_PENDING', 'PAID', 'PROCESSING', 'FAILED')
                when 'FAILED' then o.state = 'FAILED'
                when 'EXPIRING' then o.state = 'RESERVED' and o.expires_at <= callboard_now() + cast(:soon as interval)
                else true end
              and (:match = '' or starts_with(o.number::text, :match) or position(:match in lower(o.customer)) > 0
                or exists (select from order_line l where l.order_id = o.id and starts_with(lower(l.sku), :match)))
            """;

    private static final String ROWS = "select o.id, o.number, o.customer, o.state, o.total, o.changed_at, o.expires_at "
            + MATCHES + " order by o.changed_at desc, o.number desc limit :limit";

    private static final String TOTAL = "select count(*) " + MATCHES;

    private static final String FIGURES = """
            with today as (select business_day(callboard_now(), :zone, cast(:starts as time)) as day)
            select
              (select count(*) from orders o, today where o.created_at >= today.day + cast(:starts as time) - interval '1 day'
                and business_day(o.created_at, :zone, cast(:starts as time)) = today.day) as today,
              (select coalesce(sum(o.total), 0) from orders o, today
                where o.created_at >= today.day + cast(:starts as time) - interval '1 day'
                and business_day(o.created_at, :zone, cast(:starts as time)) = today.day
                and o.state in ('PAID', 'PROCESSING', 'COMPLETED', 'FAILED')) as taken,
              (select count(*) from orders where state = 'FAILED') as failed,
              (select count(*) from orders where state = 'RESERVED'
                and expires_at <= callboard_now() + cast(:soon as interval)) as expiring,
              (select count(*) from orders where state = 'PAYMENT_PENDING'
                and changed_at < callboard_now() - cast(:usual as interval)) as slow
            """;

    private final BusinessDay day;

    OrderListStore(BusinessDay day) {
        this.day = day;
    }

    Instant now(Transaction tx) {
        return tx.handle().createQuery("select callboard_now()").mapTo(OffsetDateTime.class).one().toInstant();
    }

    List<OrderRow> rows(Transaction tx, OrderQuestion question) {
        return asked(tx.handle().createQuery(ROWS), question).bind("limit", question.limit()).map(OrderListStore::row)
                .list();
    }

    long total(Transaction tx, OrderQuestion question) {
        return asked(tx.handle().createQuery(TOTAL), question).mapTo(Long.class).one();
    }

    OrderFigures figures(Transaction tx) {
        return tx.handle().createQuery(FIGURES).bind("zone", day.zone().getId())
                .bind("starts", day.starts().toString()).bind("soon", OrderLists.SOON.toString())
                .bind("usual", OrderLists.USUAL_PAYMENT.toString())
                .map((row, context) -> new OrderFigures(row.getLong("today"), row.getBigDecimal("taken"),
                        row.getLong("failed"), row.getLong("expiring"), row.getLong("slow")))
                .one();
    }

    List<Order.OrderId> numbers(Transaction tx, List<UUID> ids) {
        return tx.handle().createQuery("select id, number from orders where id = any (:ids)")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, context) -> new Order.OrderId(row.getObject("id", UUID.class), row.getLong("number")))
                .list();
    }

    private static Query asked(Query query, OrderQuestion question) {
        return query.bind("filter", question.filter().name()).bind("soon", OrderLists.SOON.toString()).bind("match",
                question.match().strip().toLowerCase(java.util.Locale.ROOT));
    }

    private static OrderRow row(ResultSet row, StatementContext context) throws SQLException {
        return new OrderRow(new Order.OrderId(row.getObject("id", UUID.class), row.getLong("number")),
                row.getString("customer"), OrderState.valueOf(row.getString("state")), row.getBigDecimal("total"),
                OrderStore.instant(row, "changed_at"), OrderStore.instant(row, "expires_at"));
    }
}
