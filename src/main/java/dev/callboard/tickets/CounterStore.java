package dev.callboard.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of counters. */
final class CounterStore {
    private static final String LEASE = "select * from lease_counter(:name, cast(:length as interval), :force)";

    private static final String RENEW = "select * from renew_counter(:name, :token, cast(:length as interval))";

    private static final String RELEASE = "select release_counter(:name, :token)";

    private static final String LIST = """
            select c.name, case when c.lease_until > callboard_now() then c.holder end as holder,
              case when c.lease_until > callboard_now() then c.held_since end as held_since, t.id as ticket_id
            from counter c left join ticket t on t.counter = c.name and t.state in ('CALLED', 'SERVING')
            order by c.name
            """;

    CounterLease lease(Transaction tx, String name, Duration length, boolean force) {
        return tx.handle().createQuery(LEASE).bind("name", name).bind("length", length.toString()).bind("force", force)
                .map(CounterStore::held).one();
    }

    CounterLease renew(Transaction tx, CounterLease held, Duration length) {
        return tx.handle().createQuery(RENEW).bind("name", held.counter()).bind("token", held.token().value())
                .bind("length", length.toString()).map(CounterStore::held).one();
    }

    void release(Transaction tx, CounterLease held) {
        tx.handle().createQuery(RELEASE).bind("name", held.counter()).bind("token", held.token().value())
                .mapTo(String.class).list();
    }

    List<Counter> list(Transaction tx) {
        return tx.handle().createQuery(LIST).map((row, context) -> new Counter(row.getString("name"),
                row.getString("holder"), TicketRowStore.instant(row, "held_since"),
                row.getObject("ticket_id", UUID.class))).list();
    }

    private static CounterLease held(ResultSet row, StatementContext context) throws SQLException {
        return new CounterLease(row.getString("name"), new LeaseToken(row.getObject("token", UUID.class)),
                row.getString("holder"), TicketRowStore.instant(row, "held_since"),
                TicketRowStore.instant(row, "lease_until"));
    }
}
