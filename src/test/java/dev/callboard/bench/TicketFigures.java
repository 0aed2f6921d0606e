package dev.callboard.bench;

import java.sql.PreparedStatement;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import dev.callboard.TestServers;
import dev.callboard.bench.Hands.Hand;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Tickets;

/** Joining and calling, by sixteen at once. */
final class TicketFigures implements AutoCloseable {
    private static final int WAITING = 300_000;
    private static final int COUNTERS = 400_000;
    private static final double SECONDS = 2;

    private final PostgresAddress address = TestServers.newDatabase();
    private final Database database = Database.open(address, Hands.CLIENTS);
    private final Tickets tickets = new Tickets(database, new BusinessDay(ZoneId.of("UTC"), LocalTime.of(4, 0)),
            Signals.none());
    private final AtomicInteger counters = new AtomicInteger();

    TicketFigures() {
        database.transaction(tx -> {
            tx.handle().execute(
                    "insert into queue (code, name) select 'Q' || i, 'Queue ' || i from generate_series(0, 8) i");
            tx.handle().execute("""
                    create table naive_ticket (id uuid primary key default gen_random_uuid(), queue text not null,
                      day date not null, number integer not null, state text not null, joined_at timestamptz not null,
                      counter text, unique (queue, day, number))""");
            tx.handle().execute("create index on naive_ticket (queue, state, joined_at)");
            tx.handle().execute(
                    """
                            create table naive_event (id bigint generated always as identity primary key, ticket_id uuid not null,
                              at timestamptz not null, kind text not null)""");
            tx.handle().execute("create table naive_queue (code text primary key)");
            return tx.handle().execute("insert into naive_queue select code from queue");
        });
    }

    /** Everybody who waited has been served, so that each measurement begins with an empty line. */
    private void emptyLine() {
        database.transaction(tx -> {
            tx.handle().execute("truncate naive_ticket, naive_event");
            tx.handle().execute("set local session_replication_role = replica");
            return tx.handle()
                    .execute(
                            "truncate ticket, ticket_event, queue_day, audit_entry, join_key, board_receipt, ticket_arrival");
        });
        vacuum();
    }

    private void vacuum() {
        try (Bare bare = new Bare(address, true)) {
            Bare.update(bare.prepared("vacuum analyze ticket"));
            Bare.update(bare.prepared("vacuum analyze ticket_event"));
            Bare.update(bare.prepared("vacuum analyze naive_ticket"));
            Bare.update(bare.prepared("vacuum analyze queue_day"));
            Bare.update(bare.prepared("vacuum analyze counter"));
            Bare.update(bare.prepared("checkpoint"));
        } catch (java.sql.SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @param queues how many queues the clients spread over */
    void join(Row row, int queues) throws Exception {
        emptyLine();
        row.bareNaive().add(Hands.perSecond(SECONDS, client -> NaiveJoin.onBareTables(address, "Q" + client % queues)));
        emptyLine();
        row.naive().add(Hands.perSecond(SECONDS, client -> NaiveJoin.onTheSameTables(address, "Q" + client % queues)));
        emptyLine();
        row.ours().add(Hands.perSecond(SECONDS, of(client -> tickets.join(JoinRequest.of("Q" + client % queues)))));
        emptyLine();
        row.floor().add(Hands.perSecond(SECONDS, client -> bare("""
                select * from join_queue(?, null, 0, null, null, 'UTC', time '04:00')""",
                () -> new Object[]{"Q" + client % queues})));
    }

    /** Three hundred thousand wait in one queue; every call is at a counter of its own. */
    void call(Row row) throws Exception {
        emptyLine();
        crowd();
        row.bareNaive().add(Hands.perSecond(SECONDS, client -> NaiveCall.onBareTables(address, this::counter)));
        row.naive().add(Hands.perSecond(SECONDS, client -> NaiveCall.onTheSameTables(address, this::counter)));
        emptyLine();
        crowd();
        row.ours().add(Hands.perSecond(SECONDS,
                of(client -> tickets.callNext(List.of("Q0"), counter(), LeaseToken.none()))));
        emptyLine();
        crowd();
        row.floor().add(Hands.perSecond(SECONDS, client -> bare("""
                select * from call_next(array['Q0'], ?, null, 'UTC', time '04:00')""", () -> new Object[]{counter()})));
    }

    private String counter() {
        return "C" + counters.getAndIncrement();
    }

    private void crowd() {
        database.transaction(tx -> {
            tx.handle().execute("set local session_replication_role = replica");
            tx.handle().execute("delete from counter");
            tx.handle().execute("insert into counter (name) select 'C' || i from generate_series(0, ?) i", COUNTERS);
            counters.set(0);
            tx.handle().execute(
                    """
                            insert into ticket (origin, day, number, queue, state, priority, joined_at, place_at, last_kind, last_at)
                            select 'Q0', business_day(clock_timestamp(), 'UTC', '04:00'), i, 'Q0', 'WAITING', (i % 10 = 0)::int, at, at,
                              'JOINED', at
                            from generate_series(1, ?) i, lateral (select clock_timestamp() + i * interval '1 microsecond' as at)""",
                    WAITING);
            return tx.handle().execute("""
                    insert into naive_ticket (queue, day, number, state, joined_at)
                    select queue, day, number, state, joined_at from ticket""");
        });
        vacuum();
    }

    private interface Command {
        void run(int client);
    }

    private static IntFunction<Hand> of(Command command) {
        return client -> new Hand() {
            @Override
            public void run() {
                command.run(client);
            }

            @Override
            public void close() {
                // the pool is everybody's
            }
        };
    }

    private interface Values {
        Object[] next();
    }

    private Hand bare(String sql, Values values) {
        Bare bare = new Bare(address, true);
        PreparedStatement statement = bare.prepared(sql);
        return new Hand() {
            @Override
            public void run() throws Exception {
                Bare.first(statement, values.next());
            }

            @Override
            public void close() throws Exception {
                bare.close();
            }
        };
    }

    @Override
    public void close() {
        database.close();
    }
}
