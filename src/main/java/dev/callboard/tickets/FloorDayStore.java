package dev.callboard.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/**
 * The SQL of a business day's figures. It reads that day's tickets and no others: the day stands in a subquery of its
 * own, since the clock is volatile and would otherwise be asked for every ticket there ever was.
 */
final class FloorDayStore {
    private static final String WAITS = """
            select queue, begins, count(*) as called, count(*) filter (where state = 'NO_SHOW') as no_shows,
              percentile_cont(0.5) within group (order by seconds) as median,
              percentile_cont(0.9) within group (order by seconds) as ninety
            from (
              select t.queue, t.state, date_bin('15 minutes', t.called_at, timestamptz 'epoch') as begins,
                extract(epoch from t.called_at - t.joined_at)::double precision as seconds
              from queue q join ticket t on t.queue = q.code
              where t.called_at is not null
                and t.day = (select business_day(callboard_now(), :zone, cast(:starts as time)) - :back)) w
            group by grouping sets ((), (queue), (begins), (queue, begins))
            order by queue, begins
            """;

    private static final String COUNTERS = """
            select coalesce(d.counter, a.counter) as counter, coalesce(d.done, 0) as done, d.median, a.last_act
            from (
              select t.counter, count(*) as done,
                percentile_cont(0.5) within group (order by extract(epoch from t.ended_at - t.serving_at)::double precision)
                  as median
              from queue q join ticket t on t.queue = q.code
              where t.day = (select business_day(callboard_now(), :zone, cast(:starts as time))) and t.state = 'COMPLETED'
              group by t.counter) d
            full join (
              select e.counter, max(e.at) as last_act
              from queue q join ticket_event e on e.queue = q.code
              where e.counter is not null and e.at >= (
                select (business_day(callboard_now(), :zone, cast(:starts as time)) + cast(:starts as time)) at time zone :zone)
              group by e.counter) a on a.counter = d.counter
            """;

    /**
     * A range ends at one and a half times what was reckoned, in whole minutes, as it is told. Whoever was sent to another
     * queue was told nothing of that one.
     */
    private static final String QUOTES = """
            select count(*) as told, count(*) filter (where extract(epoch from t.called_at - t.joined_at)
                <= greatest(1, ceil(extract(epoch from t.quoted) * 1.5 / 60)) * 60) as kept
            from queue q join ticket t on t.queue = q.code
            where t.called_at is not null and t.quoted is not null and t.origin = t.queue
              and t.day = (select business_day(callboard_now(), :zone, cast(:starts as time)))
            """;

    private final BusinessDay businessDay;

    FloorDayStore(BusinessDay businessDay) {
        this.businessDay = businessDay;
    }

    /** @param daysBack 0 for today */
    List<WaitFigures> waits(Transaction tx, int daysBack) {
        return withDay(tx.handle().createQuery(WAITS)).bind("back", daysBack).map(FloorDayStore::figures).list();
    }

    List<CounterFigures> counters(Transaction tx) {
        return withDay(tx.handle().createQuery(COUNTERS)).map((row, context) -> new CounterFigures(
                row.getString("counter"), row.getInt("done"), seconds(row, "median"),
                TicketRowStore.instant(row, "last_act"))).list();
    }

    QuoteFigures quotes(Transaction tx) {
        return withDay(tx.handle().createQuery(QUOTES))
                .map((row, context) -> new QuoteFigures(row.getInt("told"), row.getInt("kept"))).one();
    }

    private Query withDay(Query query) {
        return query.bind("zone", businessDay.zone().getId()).bind("starts", businessDay.starts().toString());
    }

    private static WaitFigures figures(ResultSet row, StatementContext context) throws SQLException {
        return new WaitFigures(row.getString("queue"), TicketRowStore.instant(row, "begins"), row.getInt("called"),
                row.getInt("no_shows"), seconds(row, "median"), seconds(row, "ninety"));
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
