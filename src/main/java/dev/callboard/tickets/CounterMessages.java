package dev.callboard.tickets;

import java.util.List;
import java.util.function.Consumer;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.StorableText;

/**
 * Lines that a supervisor writes to whoever sits at a counter; each stands there until somebody says that they read it,
 * or until the business day is over: what was meant for yesterday's shift is not for today's.
 */
public final class CounterMessages {
    /** The longest message, in characters. */
    public static final int LONGEST = 200;

    private final Database database;
    private final Signals signals;
    private final CounterMessageStore store = new CounterMessageStore();
    private final CounterPlaceStore places = new CounterPlaceStore();

    public CounterMessages(Database database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    /** Writes a line to a counter. @throws Refusal {@code not_found}, {@code invalid} */
    public void tell(String counter, String words) {
        if (words == null || !StorableText.fits(words, LONGEST)) {
            throw Refusal.invalid("A message has 1 to " + LONGEST + " characters.");
        }
        change(tx -> store.tell(tx, counter, words));
    }

    /** Somebody at the counter has read it; one that was read before stays as it is. */
    public void heard(long id) {
        change(tx -> store.hear(tx, id));
    }

    /** Every queue hears of it: which of them the counter's console watches is for that console to know. */
    private void change(Consumer<Transaction> work) {
        database.transaction(tx -> {
            work.accept(tx);
            List<String> queues = places.queues(tx);
            tx.afterCommit(() -> queues.forEach(code -> signals.changed(Topic.queue(code))));
            return null;
        });
    }
}
