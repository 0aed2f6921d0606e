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
    private final String queue;
    private final LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC);

    NaiveJoin(PostgresAddress address, String queue) {
        this.queue = queue;
        this.bare = new Bare(address, false);
        this.lock = bare.prepared("select code from naive_queue where code = ? for update");
        this.highest = bare.prepared("select max(number) from naive_ticket where queue = ? and day = ?");
        this.insert = bare.prepared("""
                insert into naive_ticket (id, queue, day, number, state, joined_at)
                values (?, ?, ?, ?, 'WAITING', clock_timestamp())""");
        this.note = bare
                .prepared("insert into naive_event (ticket_id, at, kind) values (?, clock_timestamp(), 'JOINED')");
    }

    @Override
    public void run() throws Exception {
        UUID id = UUID.randomUUID();
        Bare.first(lock, queue);
        Object last = Bare.first(highest, queue, day);
        Bare.update(insert, id, queue, day, last == null ? 1 : (Integer) last + 1);
        Bare.update(note, id);
        bare.commit();
    }

    @Override
    public void close() throws Exception {
        bare.close();
    }
}
