package dev.callboard.orders;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.outbox.Cause;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.postgres.Transaction;
import dev.callboard.stock.MovementKind;
import dev.callboard.stock.StockHolds;
import dev.callboard.stock.StockHolds.OrderedGoods;
import dev.callboard.tickets.OrderTickets;

/**
 * The moves of an order, each inside the caller's transaction: the conditional update first, then what follows from it
 * in stock, outbox and audit. Each adds the outbox rows it wrote to {@code rows}.
 */
public final class OrderTransitions {
    private final StockHolds holds;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Signals signals;
    private final TransitionStore store = new TransitionStore();
    private final OrderStore orders = new OrderStore();
    private final OrderLineStore lines = new OrderLineStore();
    private final OrderTickets tickets = new OrderTickets();

    public OrderTransitions(StockHolds holds, Outbox outbox, AuditLog audit, Signals signals) {
        this.holds = holds;
        this.outbox = outbox;
        this.audit = audit;
        this.signals = signals;
    }

    /** What a cancel gave back. @param returned shipped units booked back @param released units whose hold ended */
    public record GivenBack(List<OrderedGoods> returned, List<OrderedGoods> released) {}

    /** {@code RESERVED → EXPIRED | CANCELLED}. @return false where the order has moved */
    public boolean endReservation(Transaction tx, List<Long> rows, UUID id, OrderState to, Act act) {
        if (!store.reservedTo(tx, id, to)) {
            return false;
        }
        String action = to == OrderState.EXPIRED ? "order.expire" : "order.cancel";
        release(tx, rows, new Cause(id, action));
        note(tx, id, act, action, OrderState.RESERVED, to);
        tellTickets(tx, rows, new Cause(id, action));
        return true;
    }

    /** {@code PAYMENT_PENDING → RESERVED}: the hold stays. @return false where the order waits for no such payment */
    public boolean payAnew(Transaction tx, UUID id, UUID payment, Act act) {
        if (!store.pendingToReserved(tx, id, payment)) {
            return false;
        }
        note(tx, id, act, "order.payment_failed", OrderState.PAYMENT_PENDING, OrderState.RESERVED);
        return true;
    }

    /** {@code PAYMENT_PENDING → EXPIRED}, after nobody can pay any more. @return false where the order has moved */
    public boolean expirePending(Transaction tx, List<Long> rows, UUID id, UUID payment, Act act) {
        if (!store.pendingToExpired(tx, id, payment)) {
            return false;
        }
        release(tx, rows, new Cause(id, "order.expire"));
        note(tx, id, act, "order.expire", OrderState.PAYMENT_PENDING, OrderState.EXPIRED);
        tellTickets(tx, rows, new Cause(id, "order.expire"));
        return true;
    }

    /** {@code FAILED → PAID}: all attempts again. @return the new round, or empty where the order has moved */
    public Optional<Integer> retry(Transaction tx, List<Long> rows, UUID id, int round, Act act) {
        return store.failedToPaid(tx, id, round).map(moved -> {
            note(tx, id, act, "order.retry", OrderState.FAILED, OrderState.PAID);
            rows.add(wantJob(tx, id, "order.retry", moved.round(), "RUN"));
            return moved.round();
        });
    }

    /** {@code PAID → FAILED}: undoes a retry that has not started. @return the new round, or empty */
    public Optional<Integer> undoRetry(Transaction tx, List<Long> rows, UUID id, int round, Act act) {
        return store.paidToFailed(tx, id, round).map(moved -> {
            note(tx, id, act, "order.undo_retry", OrderState.PAID, OrderState.FAILED);
            rows.add(wantJob(tx, id, "order.undo_retry", moved.round(), "FAILED"));
            return moved.round();
        });
    }

    /**
     * What is to be cancelled, and as it was seen.
     *
     * @param from {@code FAILED} or {@code PAID}
     * @param failedFor how long it must have been failed by then; zero for any time
     */
    public record Cancel(UUID order, OrderState from, int round, Duration failedFor) {}

    /**
     * {@code FAILED → CANCELLED} or {@code PAID → CANCELLED}, with what the ledger says the order took booked back.
     *
     * @return empty where the order has moved
     */
    public Optional<GivenBack> cancel(Transaction tx, List<Long> rows, Cancel cancel, Act act) {
        UUID id = cancel.order();
        Optional<TransitionStore.Moved> moved = cancel.from() == OrderState.FAILED
                ? store.failedToCancelled(tx, id, cancel.round(), cancel.failedFor())
                : store.paidToCancelled(tx, id, cancel.round());
        return moved.map(generation -> {
            List<OrderedGoods> shipped = holds.shipped(tx, id);
            List<OrderedGoods> released = List.of();
            if (shipped.isEmpty()) {
                released = release(tx, rows, new Cause(id, "order.cancel"));
            } else {
                lines.cancelled(tx, id);
                rows.add(holds.bookBack(tx, new StockHolds.BookBack(MovementKind.CANCEL_RETURN, id,
                        new Cause(id, "order.cancel"), act.reason()), shipped));
                shipped.forEach(line -> tx.afterCommit(() -> signals.changed(Topic.product(line.sku()))));
            }
            note(tx, id, act, "order.cancel", cancel.from(), OrderState.CANCELLED);
            rows.add(wantJob(tx, id, "order.cancel", generation.round(), "GONE"));
            tellTickets(tx, rows, new Cause(id, "order.cancel"));
            return new GivenBack(shipped, released);
        });
    }

    /** Somebody may stand at a desk for it. */
    private void tellTickets(Transaction tx, List<Long> rows, Cause cause) {
        tickets.open(tx, cause.order()).forEach(ticket -> rows.add(outbox.put(tx, OutboxKind.NOTICE, ticket.code(),
                Map.of("queue", ticket.queue()), cause)));
    }

    private List<OrderedGoods> release(Transaction tx, List<Long> rows, Cause cause) {
        List<OrderedGoods> goods = lines.ordered(tx, cause.order());
        Long row = holds.release(tx, cause, goods);
        if (row == null) {
            return List.of();
        }
        rows.add(row);
        goods.forEach(line -> tx.afterCommit(() -> signals.changed(Topic.product(line.sku()))));
        return goods;
    }

    /** Asks for the order's job to be as its state wants. @return the outbox row */
    public long wantJob(Transaction tx, UUID id, String action, int round, String want) {
        return outbox.put(tx, OutboxKind.JOB, id.toString(), Map.of("round", round, "want", want),
                new Cause(id, action));
    }

    /** Writes the change of state in the audit, and tells the screens after the commit. */
    public void note(Transaction tx, UUID id, Act act, String action, OrderState from, OrderState to) {
        audit.write(tx, AuditEntry.stateChange(act, action, "order", id, from, to));
        tx.afterCommit(() -> signals.changed(Topic.orders()));
    }

    /** Writes something about the order that changes no state. */
    public void noteFact(Transaction tx, UUID id, Act act, String action, Map<String, ?> facts) {
        audit.write(tx, new AuditEntry(act.duty(), action, "order", id.toString(), act.reason(), Map.of(), facts));
    }

    /** The order with its row locked. */
    public Optional<Order> lock(Transaction tx, UUID id) {
        return orders.lock(tx, id);
    }
}
