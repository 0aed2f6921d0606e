package dev.callboard.tickets;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/**
 * The visitors' tickets: every command is one transaction and one round trip, refused with the present state where
 * somebody else was faster ({@code wrong_state}), and said as a signal after the commit.
 *
 * <p>Acts at a counter carry the console's {@link LeaseToken}, or {@link LeaseToken#none()} to borrow a counter that
 * no console holds; otherwise they are refused {@code counter_busy} or {@code lease_lost}.
 */
public final class Tickets {
    private static final int BATCH = 200;
    private static final Duration LONGEST_HOLD = Duration.ofDays(1);

    private final Database database;
    private final TicketStore store;
    private final Signals signals;

    public Tickets(Database database, BusinessDay businessDay, Signals signals) {
        this.database = database;
        this.store = new TicketStore(businessDay);
        this.signals = signals;
    }

    /**
     * Draws a ticket. The same request with the same key answers the same ticket. Its place is left open: who draws holds
     * the queue's counter, and counting a long line would keep the next one waiting; see {@link #placed}.
     *
     * @throws Refusal {@code not_found}, {@code queue_locked}, {@code queue_closed}, {@code already_waiting},
     *         {@code key_reused}
     */
    public Ticket join(JoinRequest request) {
        return told(tx -> request.arrival() == null ? store.join(tx, request) : store.joinAt(tx, request));
    }

    /** The ticket with its present place in the line, for whoever shows it. */
    public Ticket placed(Ticket ticket) {
        return ticket.state() == TicketState.WAITING
                ? database.statement(tx -> ticket.at(store.place(tx, ticket)))
                : ticket;
    }

    /**
     * Calls whoever is next in these queues to the counter.
     *
     * @throws Refusal {@code nobody_waiting}, {@code queue_paused}, {@code queue_closed}, {@code counter_busy},
     *         {@code lease_lost}, {@code not_found}
     */
    public Ticket callNext(List<String> queues, String counter, LeaseToken lease) {
        return told(tx -> store.callNext(tx, queues, counter, lease));
    }

    /** Calls a chosen ticket, out of order; the reason is required and audited. */
    public Ticket call(UUID id, String counter, LeaseToken lease, String reason) {
        Reasons.check(reason);
        return told(tx -> store.call(tx, id, counter, lease, reason));
    }

    /** Repeats the call of a CALLED ticket. */
    public Ticket recall(UUID id, LeaseToken lease) {
        return act(TicketEventKind.RECALLED, id, lease);
    }

    /** The visitor has come: CALLED → SERVING. */
    public Ticket serve(UUID id, LeaseToken lease) {
        return act(TicketEventKind.SERVING, id, lease);
    }

    /** SERVING → COMPLETED. */
    public Ticket complete(UUID id, LeaseToken lease) {
        return act(TicketEventKind.COMPLETED, id, lease);
    }

    /** The visitor did not come: CALLED → NO_SHOW. */
    public Ticket noShow(UUID id, LeaseToken lease) {
        return act(TicketEventKind.NO_SHOW, id, lease);
    }

    /**
     * Sets a ticket aside; when the time is up it returns to its old place by itself.
     *
     * @param length above zero, a day at most
     */
    public Ticket hold(UUID id, LeaseToken lease, Duration length, String reason) {
        Reasons.check(reason);
        if (!length.isPositive() || length.compareTo(LONGEST_HOLD) > 0) {
            throw Refusal.invalid("A ticket is held for more than no time and at most a day.");
        }
        return told(tx -> store.act(tx, TicketEventKind.HELD, id, lease, reason, length));
    }

    /** HELD or NO_SHOW back to WAITING at the old place; a no-show on its own day only ({@code day_over}). */
    public Ticket resume(UUID id) {
        return act(TicketEventKind.RESUMED, id, LeaseToken.none());
    }

    /** WAITING, CALLED or HELD → CANCELLED. */
    public Ticket cancel(UUID id, String reason) {
        Reasons.check(reason);
        return told(tx -> store.act(tx, TicketEventKind.CANCELLED, id, LeaseToken.none(), reason, null));
    }

    /** Moves the ticket to another queue, where it waits under its old code. */
    public Ticket transfer(UUID id, LeaseToken lease, String queue, TransferPlace place, String reason) {
        Reasons.check(reason);
        return database.transaction(tx -> {
            String former = store.find(tx, id).map(Ticket::queue).orElse(queue);
            Ticket moved = store.transfer(tx, id, lease, queue, place, reason);
            tx.afterCommit(() -> signals.changed(Topic.queue(former)));
            tx.afterCommit(() -> signals.changed(Topic.queue(moved.queue())));
            return moved;
        });
    }

    /**
     * Puts an order to an open ticket; the same one twice is no harm.
     *
     * @throws Refusal {@code already_linked} where it has another order
     */
    public Ticket linkOrder(UUID id, LeaseToken lease, UUID order) {
        return told(tx -> store.link(tx, id, lease, order));
    }

    /**
     * Takes the ticket's last event back.
     *
     * @param window how long ago it may be at most
     * @throws Refusal {@code nothing_to_undo}, {@code undo_too_late}, {@code counter_busy}, {@code already_waiting}
     */
    public Ticket undo(UUID id, LeaseToken lease, Duration window) {
        return undone(id, lease, window, null);
    }

    /** As {@link #undo}, refused {@code wrong_state} when anything happened since the event that the person saw. */
    public Ticket undo(TicketEvent seen, LeaseToken lease, Duration window) {
        return undone(seen.ticketId(), lease, window, seen.id());
    }

    /**
     * Takes an order from an open ticket again.
     *
     * @param seen the order that the person saw there
     * @throws Refusal {@code wrong_state} where it has another one, or none any more
     */
    public Ticket unlinkOrder(UUID id, LeaseToken lease, UUID seen) {
        return told(tx -> store.unlink(tx, id, lease, seen));
    }

    /** Brings back a batch of holds whose time is up; answers how many. A background duty. */
    public int releaseHeld() {
        return swept(tx -> store.releaseHeld(tx, BATCH));
    }

    /** Ends a batch of tickets left over from earlier business days; answers how many. A background duty. */
    public int expireLeftovers() {
        return swept(tx -> store.expireLeftovers(tx, BATCH));
    }

    /** The open ticket of whoever waits for an order, the newest where there are several. */
    public Optional<Ticket> openFor(UUID order) {
        return database.transaction(tx -> store.openFor(tx, order));
    }

    public Optional<Ticket> find(UUID id) {
        return database.transaction(tx -> store.find(tx, id));
    }

    /**
     * The tickets of a queue: whoever waits first, in calling order, then the others by day and number.
     *
     * @param states empty for all
     * @param day business day of issue, or null for every open ticket and those of the present day
     * @throws Refusal {@code not_found} where there is no such queue
     */
    public List<Ticket> list(String queue, Set<TicketState> states, LocalDate day) {
        return database.transaction(tx -> {
            store.checkQueue(tx, queue);
            return store.list(tx, queue, states, day);
        });
    }

    /** Whoever would be called next in these queues, at most {@code limit}, by the very order of the call. */
    public List<InLine> nextUp(List<String> queues, int limit) {
        return database.transaction(tx -> store.nextUp(tx, queues, limit));
    }

    /** The ticket CALLED or SERVING at the counter. */
    public Optional<Ticket> atCounter(String counter) {
        return database.transaction(tx -> store.atCounter(tx, counter));
    }

    /** What happened to a ticket, oldest first. */
    public List<TicketEvent> events(UUID id) {
        return database.transaction(tx -> store.events(tx, id));
    }

    /** What this login has done at a counter in the present business day. */
    public DayFigures today(String counter) {
        return database.transaction(tx -> store.today(tx, counter));
    }

    private Ticket act(TicketEventKind kind, UUID id, LeaseToken lease) {
        return told(tx -> store.act(tx, kind, id, lease, null, null));
    }

    private Ticket undone(UUID id, LeaseToken lease, Duration window, Long seen) {
        return database.transaction(tx -> {
            String former = store.find(tx, id).map(Ticket::queue).orElse(null);
            Ticket back = store.undo(tx, id, lease, window, seen);
            tx.afterCommit(() -> signals.changed(Topic.queue(back.queue())));
            if (!back.queue().equals(former)) {
                tx.afterCommit(() -> signals.changed(Topic.queue(former)));
            }
            return back;
        });
    }

    private Ticket told(Function<Transaction, Ticket> command) {
        return database.statement(tx -> told(tx, command.apply(tx)));
    }

    private Ticket told(Transaction tx, Ticket ticket) {
        tx.afterCommit(() -> signals.changed(Topic.queue(ticket.queue())));
        return ticket;
    }

    private int swept(Function<Transaction, List<String>> duty) {
        return database.transaction(tx -> {
            List<String> queues = duty.apply(tx);
            Set.copyOf(queues).forEach(queue -> tx.afterCommit(() -> signals.changed(Topic.queue(queue))));
            return queues.size();
        });
    }
}
