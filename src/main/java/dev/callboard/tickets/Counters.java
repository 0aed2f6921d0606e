package dev.callboard.tickets;

import java.time.Duration;
import java.util.List;

import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/** The shop's counters and who has them. A counter exists from its first use. */
public final class Counters {
    private final Database database;
    private final CounterStore store = new CounterStore();
    private final Duration lease;

    /** @param lease how long a counter stays leased without a renewal */
    public Counters(Database database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * Takes a counter for a console, with the ticket that may be called there.
     *
     * @throws Refusal {@code counter_busy} while another console holds it
     */
    public CounterLease lease(String name) {
        return database.transaction(tx -> store.lease(tx, name, lease, false));
    }

    /** Takes a counter from whoever has it; their next act is refused as {@code lease_lost}. */
    public CounterLease takeOver(String name) {
        return database.transaction(tx -> store.lease(tx, name, lease, true));
    }

    /**
     * The heartbeat: lengthens the lease.
     *
     * @throws Refusal {@code lease_lost} when another console took the counter
     */
    public CounterLease renew(CounterLease held) {
        return database.transaction(tx -> store.renew(tx, held, lease));
    }

    /** Gives the counter back; does nothing where another console has it by now. */
    public void release(CounterLease held) {
        database.transaction(tx -> {
            store.release(tx, held);
            return null;
        });
    }

    /** Every counter, by name. */
    public List<Counter> list() {
        return database.transaction(store::list);
    }
}
