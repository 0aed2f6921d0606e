package dev.callboard.tickets;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/** What wall screens read, and what they say back: that they are there, and that they have shown or spoken a call. */
public final class Boards {
    private final Database database;
    private final QueueStore queues;
    private final BoardStore store = new BoardStore();
    private final CounterSightStore clock = new CounterSightStore();
    private final Signals signals;

    public Boards(Database database, BusinessDay businessDay, Signals signals) {
        this.database = database;
        this.queues = new QueueStore(businessDay);
        this.signals = signals;
    }

    /**
     * Reads what a screen shows.
     *
     * @param shown codes of its queues, in the order of their tiles
     * @throws Refusal {@code not_found} for a queue that does not exist
     */
    public BoardSight sight(List<String> shown) {
        return database.snapshot(tx -> {
            List<Queue> all = queues.list(tx);
            Set<String> codes = all.stream().map(Queue::code).collect(Collectors.toSet());
            shown.stream().filter(code -> !codes.contains(code)).findFirst().ifPresent(unknown -> {
                throw Refusal.notFound("queue", unknown);
            });
            return new BoardSight(clock.now(tx),
                    all.stream().filter(queue -> shown.contains(queue.code())).toList(), store.calls(tx, shown));
        });
    }

    /** A sign of life of a screen. */
    public void present(String screen, List<String> shown) {
        database.transaction(tx -> {
            store.present(tx, screen, shown);
            return null;
        });
    }

    /** The screen shows this call or recall; the desk hears of it. */
    public void shown(String screen, BoardCall call) {
        receipt(screen, call, false);
    }

    /** The screen has said it aloud, to the end. */
    public void spoken(String screen, BoardCall call) {
        receipt(screen, call, true);
    }

    private void receipt(String screen, BoardCall call, boolean spoken) {
        database.transaction(tx -> {
            store.receipt(tx, screen, call.announced(), spoken);
            tx.afterCommit(() -> signals.changed(Topic.receipts(call.queue())));
            return null;
        });
    }

    /** Every screen of the last hour that shows one of these queues; nothing is said of any call. */
    public List<ScreenReceipt> screens(List<String> queues) {
        return database.transaction(tx -> store.screens(tx, queues));
    }

    /** Every screen of the last hour that shows the ticket's queue, and whether it has shown the ticket's latest call. */
    public List<ScreenReceipt> receipts(UUID ticket) {
        return database.transaction(tx -> store.receipts(tx, ticket));
    }
}
