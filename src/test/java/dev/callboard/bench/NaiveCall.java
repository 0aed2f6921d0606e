package dev.callboard.bench;

import java.sql.PreparedStatement;

import dev.callboard.bench.Hands.Hand;
import dev.callboard.postgres.PostgresAddress;

/** Lock the queue's row, read who waits longest, update that ticket, insert its event, commit. */
final class NaiveCall implements Hand {
    private final Bare bare;
    private final PreparedStatement lock;
    private final PreparedStatement first;
    private final PreparedStatement call;
    private final PreparedStatement note;

    NaiveCall(PostgresAddress address) {
        this.bare = new Bare(address, false);
        this.lock = bare.prepared("select code from naive_queue where code = 'Q0' for update");
        this.first = bare.prepared("""
                select id from naive_ticket where queue = 'Q0' and state = 'WAITING' order by joined_at limit 1""");
        this.call = bare.prepared("update naive_ticket set state = 'CALLED', counter = ? where id = ?");
        this.note = bare
                .prepared("insert into naive_event (ticket_id, at, kind) values (?, clock_timestamp(), 'CALLED')");
    }

    @Override
    public void run() throws Exception {
        Bare.first(lock);
        Object id = Bare.first(first);
        Bare.update(call, "Counter 1", id);
        Bare.update(note, id);
        bare.commit();
    }

    @Override
    public void close() throws Exception {
        bare.close();
    }
}
