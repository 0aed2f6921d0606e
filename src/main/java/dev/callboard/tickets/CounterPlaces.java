package dev.callboard.tickets;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/** Which counters there are, which queues are called at each, and freeing one from a console that nobody sits at. */
public final class CounterPlaces {
    private final Database database;
    private final Signals signals;
    private final CounterPlaceStore store = new CounterPlaceStore();

    public CounterPlaces(Database database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    /** The queues that were chosen for a counter; nothing where nobody chose. */
    public Optional<List<String>> served(String counter) {
        return database.transaction(tx -> store.served(tx, counter));
    }

    /**
     * Chooses the queues that are called at a counter from now on.
     *
     * @throws Refusal {@code not_found}, {@code invalid}
     */
    public void serve(String counter, List<String> queues) {
        change(tx -> store.serve(tx, counter, queues));
    }

    /** Lets whoever opens a console at the counter say again what it serves. @throws Refusal {@code not_found} */
    public void serveWhatTheConsoleSays(String counter) {
        change(tx -> store.serve(tx, counter, null));
    }

    /**
     * Ends the lease of whoever has the counter; their console hears of it.
     *
     * @throws Refusal {@code not_found}, {@code invalid} without a reason, {@code wrong_state} where nobody is there
     */
    public void free(String counter, String reason) {
        Reasons.check(reason);
        change(tx -> store.free(tx, counter, reason));
    }

    /** @throws Refusal {@code already_exists}, {@code invalid} */
    public void add(String counter) {
        change(tx -> store.add(tx, counter));
    }

    /** Takes it off the lists. @throws Refusal {@code counter_busy} while somebody or a ticket is there */
    public void retire(String counter) {
        change(tx -> store.retire(tx, counter));
    }

    /** From now on by another name; what happened there keeps the old one. @throws Refusal as {@link #retire} */
    public void rename(String counter, String called) {
        change(tx -> store.rename(tx, counter, called));
    }

    /** Every queue hears of it: any of them may gain or lose a counter. */
    private void change(Consumer<Transaction> work) {
        database.transaction(tx -> {
            work.accept(tx);
            List<String> queues = store.queues(tx);
            tx.afterCommit(() -> queues.forEach(code -> signals.changed(Topic.queue(code))));
            return null;
        });
    }
}
