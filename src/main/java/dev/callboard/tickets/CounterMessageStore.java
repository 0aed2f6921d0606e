package dev.callboard.tickets;

import java.util.Optional;

import dev.callboard.postgres.Transaction;

/** The SQL of messages to counters. */
final class CounterMessageStore {
    private static final String UNREAD = """
            select id, counter, at, author, words from counter_message
            where counter = :counter and read_at is null
              and business_day(at, :zone, cast(:starts as time))
                = business_day(callboard_now(), :zone, cast(:starts as time))
            order by id limit 1
            """;

    long tell(Transaction tx, String counter, String words) {
        return tx.handle().createQuery("select tell_counter(:counter, :words)").bind("counter", counter)
                .bind("words", words).mapTo(Long.class).one();
    }

    void hear(Transaction tx, long id) {
        tx.handle().createQuery("select hear_message(:id)").bind("id", id).mapTo(String.class).list();
    }

    /** The oldest of the present business day that nobody at the counter has read. */
    Optional<CounterMessage> unread(Transaction tx, String counter, BusinessDay businessDay) {
        return tx.handle().createQuery(UNREAD).bind("counter", counter)
                .bind("zone", businessDay.zone().getId()).bind("starts", businessDay.starts().toString())
                .map((row, context) -> new CounterMessage(row.getLong("id"), row.getString("counter"),
                        TicketRowStore.instant(row, "at"), row.getString("author"), row.getString("words")))
                .findOne();
    }
}
