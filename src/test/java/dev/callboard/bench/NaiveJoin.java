package dev.callboard.bench;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.util.UUID;

import dev.callboard.bench.Hands.Hand;
import dev.callboard.postgres.PostgresAddress;

/** Lock the queue's row, read the highest number, insert the next, insert its event, commit. */
final class NaiveJoin implements Hand {
    private final Bare bare;
    private final PreparedStatement lock;
    private final PreparedStatement highest;
    private final PreparedStatement insert;
    private final PreparedStatement note;
    private final PreparedStatement audit;
    private final String queue;
    private final LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC);

    private NaiveJoin(PostgresAddress address, String queue, boolean bareTables) {
        this.queue = queue;
        this.bare = new Bare(address, false);
        if (bareTables) {
            this.lock = bare.prepared("select code from naive_queue where code = ? for update");
            this.highest = bare.prepared("select max(number) from naive_ticket where queue = ? and day = ?");
            this.insert = bare.prepared("""
                    insert into naive_ticket (id, queue, day, number, state, joined_at)
                    values (?, ?, ?, ?, 'WAITING', clock_timestamp())""");
            this.note = bare
                    .prepared("insert into naive_event (ticket_id, at, kind) values (?, clock_timestamp(), 'JOINED')");
            this.audit = null;
        } else {
            this.lock = bare.prepared("select code from queue where code = ? for update");
            this.highest = bare.prepared("select max(number) from ticket where origin = ? and day = ?");
            this.insert = bare.prepared("""
                    insert into ticket (id, origin, day, number, queue, state, joined_at, place_at, last_kind, last_at)
                    select i.id, i.queue, i.day, i.number, i.queue, 'WAITING', clock_timestamp(), clock_timestamp(),
                      'JOINED', clock_timestamp()
                    from (select ?::uuid, ?::text, ?::date, ?::integer) i (id, queue, day, number)""");
            this.note = bare.prepared("""
                    insert into ticket_event (ticket_id, at, kind, to_state, queue)
                    select id, last_at, last_kind, state, queue from ticket where id = ?""");
            this.audit = bare.prepared("""
                    insert into audit_entry (action, subject_kind, subject_id, after)
                    values ('ticket.joined', 'ticket', ?::text, '{"state": "WAITING"}')""");
        }
    }

    /** On the program's own tables, with all that is written there. */
    static NaiveJoin onTheSameTables(PostgresAddress address, String queue) {
        return new NaiveJoin(address, queue, false);
    }

    /** On tables of two indexes, without laws and without an audit. */
    static NaiveJoin onBareTables(PostgresAddress address, String queue) {
        return new NaiveJoin(address, queue, true);
    }

    @Override
    public void run() throws Exception {
        UUID id = UUID.randomUUID();
        Bare.first(lock, queue);
        Object last = Bare.first(highest, queue, day);
        Bare.update(insert, id, queue, day, last == null ? 1 : (Integer) last + 1);
        Bare.update(note, id);
        if (audit != null) {
            Bare.update(audit, id);
        }
        bare.commit();
    }

    @Override
    public void close() throws Exception {
        bare.close();
    }
}
