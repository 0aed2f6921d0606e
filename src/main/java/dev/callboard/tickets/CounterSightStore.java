package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL that only a counter's own sight needs. */
final class CounterSightStore {
    private static final String LAST_ACT = """
            select e.* from ticket_event e
            where e.queue = any(:queues) and e.at > callboard_now() - cast(:undo as interval) and e.counter = :counter
              and e.actor = session_user and e.duty is null and e.kind not in ('JOINED', 'UNDONE', 'EXPIRED')
              and not exists (select from ticket_event l where l.ticket_id = e.ticket_id and l.id > e.id)
            order by e.id desc limit 1
            """;

    private static final String LAST_DONE = """
            select s.* from ticket t join ticket_shown s on s.id = t.id
            where t.queue = any(:queues) and t.counter = :counter and t.state = 'COMPLETED'
              and t.day >= cast(callboard_now() as date) - 1
            order by t.ended_at desc limit 1
            """;

    private static final String QUOTED = "select extract(epoch from quoted) as seconds from ticket where id = :id and quoted is not null";

    private static final String ARRIVED = "select place, language from ticket_arrival where ticket_id = :id";

    Instant now(Transaction tx) {
        return tx.handle().createQuery("select callboard_now()").mapTo(OffsetDateTime.class).one().toInstant();
    }

    Optional<TicketEvent> lastAct(Transaction tx, String counter, List<String> queues, Duration undo) {
        return tx.handle().createQuery(LAST_ACT).bindArray("queues", String.class, queues).bind("counter", counter)
                .bind("undo", undo.toString()).map(TicketRowStore::event).findOne();
    }

    Optional<Ticket> lastDone(Transaction tx, String counter, List<String> queues) {
        return tx.handle().createQuery(LAST_DONE).bindArray("queues", String.class, queues).bind("counter", counter)
                .map(TicketRowStore::ticket).findOne();
    }

    /** Where the visitor took their number; empty for one who came another way than by a kiosk. */
    Optional<Arrival> arrived(Transaction tx, UUID ticket) {
        return tx.handle().createQuery(ARRIVED).bind("id", ticket)
                .map((row, context) -> new Arrival(row.getString("place"), row.getString("language"))).findOne();
    }

    /** What the visitor was told on arrival. */
    Optional<QuotedWait> quoted(Transaction tx, UUID ticket) {
        return tx.handle().createQuery(QUOTED).bind("id", ticket)
                .map((row, context) -> QuotedWait.from(TicketRowStore.duration(row, "seconds"))).findOne();
    }
}
