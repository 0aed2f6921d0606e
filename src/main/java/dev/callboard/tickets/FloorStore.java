package dev.callboard.tickets;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL that only a supervisor's sight needs. */
final class FloorStore {
    private static final String LONGEST = """
            select q.code as queue, w.id, w.origin, w.number, w.joined_at
            from queue q cross join lateral (
              select t.id, t.origin, t.number, t.joined_at from ticket t
              where t.queue = q.code and t.state = 'WAITING' order by t.joined_at limit 1) w
            """;

    private static final String PAUSED_BY = """
            select q.code as queue, a.actor
            from queue q cross join lateral (
              select e.actor from audit_entry e
              where e.subject_kind = 'queue' and e.subject_id = q.code and e.action = 'queue.set'
              order by e.id desc limit 1) a
            where q.state = 'PAUSED'
            """;

    /** Counter 10 comes after Counter 9. */
    private static final String COUNTERS = """
            select c.name, case when c.lease_until > callboard_now() then c.holder end as holder,
              case when c.lease_until > callboard_now() then c.held_since end as held_since, c.queues,
              t.origin, t.number, t.state, coalesce(t.serving_at, t.called_at) as ticket_since
            from counter c left join ticket t on t.counter = c.name and t.state in ('CALLED', 'SERVING')
            where c.retired_at is null or c.lease_until > callboard_now() or t.id is not null
            order by regexp_replace(c.name, '[0-9]+.*', ''), cast(substring(c.name from '[0-9]+') as numeric) nulls first, c.name
            """;

    private static final String SCREENS = """
            select name, seen_at from board_screen where seen_at > callboard_now() - interval '1 day' order by name
            """;

    private static final String ISSUED = """
            select coalesce(sum(last), 0) from queue_day
            where day = (select business_day(callboard_now(), :zone, cast(:starts as time)))
            """;

    private static final String LAST_EVENT = "select coalesce(max(id), 0) from ticket_event";

    private final BusinessDay businessDay;

    FloorStore(BusinessDay businessDay) {
        this.businessDay = businessDay;
    }

    Map<String, FloorSight.Waiting> longest(Transaction tx) {
        Map<String, FloorSight.Waiting> longest = new HashMap<>();
        tx.handle().createQuery(LONGEST).map((row, context) -> Map.entry(row.getString("queue"), waiting(row)))
                .forEach(entry -> longest.put(entry.getKey(), entry.getValue()));
        return longest;
    }

    private static FloorSight.Waiting waiting(ResultSet row) throws SQLException {
        return new FloorSight.Waiting(row.getString("id"), code(row), TicketRowStore.instant(row, "joined_at"));
    }

    private static String code(ResultSet row) throws SQLException {
        return row.getString("origin") == null ? null
                : "%s-%03d".formatted(row.getString("origin"), row.getInt("number"));
    }

    Map<String, String> pausedBy(Transaction tx) {
        Map<String, String> actors = new HashMap<>();
        tx.handle().createQuery(PAUSED_BY)
                .map((row, context) -> Map.entry(row.getString("queue"), row.getString("actor")))
                .forEach(entry -> actors.put(entry.getKey(), entry.getValue()));
        return actors;
    }

    List<CounterAtWork> counters(Transaction tx) {
        return tx.handle().createQuery(COUNTERS).map(FloorStore::counter).list();
    }

    private static CounterAtWork counter(ResultSet row, StatementContext context) throws SQLException {
        Array queues = row.getArray("queues");
        String state = row.getString("state");
        return new CounterAtWork(row.getString("name"), row.getString("holder"),
                TicketRowStore.instant(row, "held_since"),
                queues == null ? List.of() : List.of((String[]) queues.getArray()), code(row),
                state == null ? null : TicketState.valueOf(state), TicketRowStore.instant(row, "ticket_since"));
    }

    List<FloorSight.Screen> screens(Transaction tx) {
        return tx.handle().createQuery(SCREENS).map((row, context) -> new FloorSight.Screen(row.getString("name"),
                TicketRowStore.instant(row, "seen_at"))).list();
    }

    int issued(Transaction tx) {
        return tx.handle().createQuery(ISSUED).bind("zone", businessDay.zone().getId())
                .bind("starts", businessDay.starts().toString()).mapTo(Integer.class).one();
    }

    long lastEvent(Transaction tx) {
        return tx.handle().createQuery(LAST_EVENT).mapTo(Long.class).one();
    }
}
