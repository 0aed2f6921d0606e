package dev.callboard.triage;

import java.time.OffsetDateTime;
import java.util.List;

import dev.callboard.postgres.Transaction;
import dev.callboard.tickets.BusinessDay;

/** The SQL of alerts, open and handled. */
final class OpenAlertStore {
    /** The alert of a failed order has ended by itself once the order is not FAILED any more. */
    private static final String OPEN = """
            select a.kind, count(distinct a.subject_id) as subjects, max(a.id) as newest, max(a.at) as at,
              (array_agg(a.message order by a.id desc))[1] as message, sum(o.total) as stake
            from alert a
            left join orders o on a.subject_kind = 'order'
              and o.id = case when a.subject_kind = 'order' then a.subject_id::uuid end
            where a.handled_at is null and (a.kind <> 'order.failed' or o.state = 'FAILED')
            group by a.kind
            order by a.kind
            """;

    private static final String HANDLED = """
            select kind, subject_id, round, message, handled_at, handled_by from alert
            where handled_at >= (
              select (business_day(callboard_now(), :zone, cast(:starts as time)) + cast(:starts as time)) at time zone :zone)
            order by handled_at desc, id desc
            """;

    private static final String SETTLE = "select settle_alert(:kind, :subjectKind, :subject, :occasion, :words)";

    List<OpenAlert> open(Transaction tx) {
        return tx.handle().createQuery(OPEN)
                .map((row, context) -> new OpenAlert(row.getString("kind"), row.getLong("subjects"),
                        row.getLong("newest"), row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("message"), row.getBigDecimal("stake")))
                .list();
    }

    List<HandledAlert> handled(Transaction tx, BusinessDay day) {
        return tx.handle().createQuery(HANDLED).bind("zone", day.zone().getId()).bind("starts", day.starts().toString())
                .map((row, context) -> new HandledAlert(row.getString("kind"), row.getString("subject_id"),
                        row.getInt("round"), row.getString("message"),
                        row.getObject("handled_at", OffsetDateTime.class).toInstant(), row.getString("handled_by")))
                .list();
    }

    void settle(Transaction tx, String subjectKind, HandledAlert alert) {
        tx.handle().createQuery(SETTLE).bind("kind", alert.kind()).bind("subjectKind", subjectKind)
                .bind("subject", alert.subject()).bind("occasion", alert.occasion()).bind("words", alert.message())
                .mapTo(String.class).list();
    }

    void handle(Transaction tx, String kind, long upTo) {
        tx.handle().createQuery("select handle_alerts(:kind, :upTo)").bind("kind", kind).bind("upTo", upTo)
                .mapTo(Integer.class).one();
    }
}
