package dev.callboard.tickets;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.callboard.postgres.Transaction;

/** The SQL that only a kiosk's sight needs. */
final class KioskStore {
    private static final String MEDIANS = """
            select queue, percentile_cont(0.5) within group (order by greatest(extract(epoch from ended_at - serving_at), 0))
              as seconds
            from ticket
            where state = 'COMPLETED' and day = (select business_day(callboard_now(), :zone, cast(:starts as time)))
            group by queue
            """;

    private static final String OPENS_LATER = """
            select code, opens from queue
            where state = 'CLOSED' and opens > cast(callboard_now() at time zone :zone as time)
            """;

    private final BusinessDay businessDay;

    KioskStore(BusinessDay businessDay) {
        this.businessDay = businessDay;
    }

    Map<String, Duration> medianService(Transaction tx) {
        Map<String, Duration> medians = new HashMap<>();
        tx.handle().createQuery(MEDIANS).bind("zone", businessDay.zone().getId())
                .bind("starts", businessDay.starts().toString())
                .map((row, context) -> Map.entry(row.getString("queue"),
                        Duration.ofMillis(Math.round(row.getDouble("seconds") * 1_000))))
                .forEach(entry -> medians.put(entry.getKey(), entry.getValue()));
        return medians;
    }

    Optional<Ticket> held(Transaction tx, String queue, String customer) {
        return tx.handle().createQuery("select * from held_ticket(:queue, :customer)").bind("queue", queue)
                .bind("customer", customer).map(TicketRowStore::ticket).findOne();
    }

    int openCounters(Transaction tx) {
        return tx.handle().createQuery("select count(*) from open_counter").mapTo(Integer.class).one();
    }

    Map<String, LocalTime> opensLater(Transaction tx) {
        Map<String, LocalTime> later = new HashMap<>();
        tx.handle().createQuery(OPENS_LATER).bind("zone", businessDay.zone().getId())
                .map((row, context) -> Map.entry(row.getString("code"), row.getObject("opens", LocalTime.class)))
                .forEach(entry -> later.put(entry.getKey(), entry.getValue()));
        return later;
    }
}
