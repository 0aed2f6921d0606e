package dev.callboard.tickets;

import java.util.Optional;

import dev.callboard.postgres.Database;

/** Reads what a kiosk looks at, all of one moment. */
public final class KioskSights {
    private final Database database;
    private final QueueStore queues;
    private final KioskStore store;
    private final CounterSightStore clock = new CounterSightStore();

    public KioskSights(Database database, BusinessDay businessDay) {
        this.database = database;
        this.queues = new QueueStore(businessDay);
        this.store = new KioskStore(businessDay);
    }

    /** Everything that a visitor may know before taking a number. */
    public KioskSight read() {
        return database.snapshot(tx -> new KioskSight(clock.now(tx), queues.list(tx), store.medianService(tx),
                store.openCounters(tx), store.opensLater(tx)));
    }

    /** The open ticket that this customer has in that queue already. */
    public Optional<Ticket> held(String queue, String customer) {
        return database.snapshot(tx -> store.held(tx, queue, customer));
    }
}
