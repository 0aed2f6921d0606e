package dev.callboard.bench;

import java.sql.PreparedStatement;
import java.util.function.Supplier;

import dev.callboard.bench.Hands.Hand;
import dev.callboard.postgres.PostgresAddress;

/** Lock the queue's row, read who waits longest, update that ticket, insert its event, commit. */
final class NaiveCall implements Hand {
    private final Bare bare;
    private final Supplier<String> counter;
    private final PreparedStatement lock;
    private final PreparedStatement first;
    private final PreparedStatement call;
    private final PreparedStatement note;
    private final PreparedStatement audit;

    private NaiveCall(PostgresAddress address, Supplier<String> counter, boolean bareTables) {
        this.bare = new Bare(address, false);
        this.counter = counter;
        if (bareTables) {
            this.lock = bare.prepared("select code from naive_queue where code = 'Q0' for update");
            this.first = bare.prepared("""
                    select id from naive_ticket where queue = 'Q0' and state = 'WAITING' order by joined_at limit 1""");
            this.call = bare.prepared("update naive_ticket set state = 'CALLED', counter = ? where id = ?");
            this.note = bare
                    .prepared("insert into naive_event (ticket_id, at, kind) values (?, clock_timestamp(), 'CALLED')");
            this.audit = null;
        } else {
            this.lock = bare.prepared("select code from queue where code = 'Q0' for update");
            this.first = bare.prepared("""
                    select id from ticket where queue = 'Q0' and state = 'WAITING' and ahead = 0 and priority = 0
                    order by place_at, number, id limit 1""");
            this.call = bare.prepared(
                    """
                            update ticket set state = 'CALLED', counter = ?, called_at = clock_timestamp(), last_kind = 'CALLED',
                              last_at = clock_timestamp() where id = ?""");
            this.note = bare.prepared("""
                    insert into ticket_event (ticket_id, at, kind, from_state, to_state, queue, counter)
                    select id, last_at, last_kind, 'WAITING', state, queue, counter from ticket where id = ?""");
            this.audit = bare.prepared("""
                    insert into audit_entry (action, subject_kind, subject_id, before, after)
                    values ('ticket.called', 'ticket', ?::text, '{"state": "WAITING"}', '{"state": "CALLED"}')""");
        }
    }

    /** On the program's own tables, with all that is written there, but for the turns of priority. */
    static NaiveCall onTheSameTables(PostgresAddress address, Supplier<String> counter) {
        return new NaiveCall(address, counter, false);
    }

    /** On tables of two indexes, without laws and without an audit. */
    static NaiveCall onBareTables(PostgresAddress address, Supplier<String> counter) {
        return new NaiveCall(address, counter, true);
    }

    @Override
    public void run() throws Exception {
        Bare.first(lock);
        Object id = Bare.first(first);
        Bare.update(call, counter.get(), id);
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
