package dev.callboard.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of queues. */
final class QueueStore {
    private static final String ADD = "select add_queue(:code, :name)";

    private static final String SET = "select set_queue_state(:code, :state, :reason, :zone, cast(:starts as time))";

    private static final String SHOWN = """
            select q.code, q.name, q.state, q.state_reason, q.state_since, q.state_by, q.age_limit_minutes, q.priority_per_normal, t.waiting, t.called, t.serving, t.held,
              t.oldest, extract(epoch from coalesce(d.paused, interval '0') + case when q.state = 'PAUSED' then
                callboard_now() - greatest(q.state_since, (today.day + cast(:starts as time)) at time zone :zone)
                else interval '0' end) as paused
            from queue q
            cross join lateral (select business_day(callboard_now(), :zone, cast(:starts as time)) as day) today
            left join queue_day d on d.queue = q.code and d.day = today.day
            cross join lateral (select count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state = 'CALLED') as called, count(*) filter (where state = 'SERVING') as serving,
                count(*) filter (where state = 'HELD') as held, min(joined_at) filter (where state = 'WAITING') as oldest
              from ticket where queue = q.code and state in ('WAITING', 'CALLED', 'SERVING', 'HELD')) t
            where cast(:code as text) is null or q.code = :code
            order by q.code
            """;

    private final BusinessDay businessDay;

    QueueStore(BusinessDay businessDay) {
        this.businessDay = businessDay;
    }

    void add(Transaction tx, String code, String name) {
        tx.handle().createQuery(ADD).bind("code", code).bind("name", name).mapTo(String.class).list();
    }

    void set(Transaction tx, String code, QueueState state, String reason) {
        withDay(tx.handle().createQuery(SET)).bind("code", code).bind("state", state.name()).bind("reason", reason)
                .mapTo(String.class).list();
    }

    List<Queue> list(Transaction tx) {
        return withDay(tx.handle().createQuery(SHOWN)).bind("code", (String) null).map(QueueStore::queue).list();
    }

    Optional<Queue> find(Transaction tx, String code) {
        return withDay(tx.handle().createQuery(SHOWN)).bind("code", code).map(QueueStore::queue).findOne();
    }

    private Query withDay(Query query) {
        return query.bind("zone", businessDay.zone().getId()).bind("starts", businessDay.starts().toString());
    }

    private static Queue queue(ResultSet row, StatementContext context) throws SQLException {
        return new Queue(row.getString("code"), row.getString("name"), QueueState.valueOf(row.getString("state")),
                row.getString("state_reason"), row.getString("state_by"), TicketRowStore.instant(row, "state_since"),
                row.getInt("waiting"),
                row.getInt("called"),
                row.getInt("serving"), row.getInt("held"), TicketRowStore.instant(row, "oldest"),
                TicketRowStore.duration(row, "paused"), rule(row));
    }

    private static CallingRule rule(ResultSet row) throws SQLException {
        int limit = row.getInt("age_limit_minutes");
        return new CallingRule(row.wasNull() ? null : Duration.ofMinutes(limit), row.getInt("priority_per_normal"));
    }
}
