package dev.callboard.stock;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.callboard.outbox.Cause;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.postgres.Transaction;

/**
 * The end of a hold and what an order takes and gives back, inside the transaction that moves the order. Each returns
 * the outbox row that tells the gate.
 */
public final class StockHolds {
    private final HoldStore holds = new HoldStore();
    private final LedgerStore ledger = new LedgerStore();
    private final Outbox outbox;

    public StockHolds(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * One line of an order.
     *
     * @param id order line
     */
    public record OrderedGoods(long id, String sku, long quantity) {}

    /** Ends the hold of an order that will take nothing. @return the outbox row, or null where it had ended before */
    public Long release(Transaction tx, Cause cause, List<OrderedGoods> goods) {
        UUID holdId = cause.order();
        ledger.lock(tx, skus(goods));
        if (!holds.end(tx, holdId, "RELEASED")) {
            return null;
        }
        holds.giveBack(tx, lines(goods));
        return tellGate(tx, cause, skus(goods));
    }

    /**
     * Ships what was held: the hold ends, on hand goes down, the ledger says so.
     *
     * @throws IllegalStateException where the hold is not active; nothing has moved then
     */
    public Long ship(Transaction tx, UUID orderId, List<OrderedGoods> goods) {
        ledger.lock(tx, skus(goods));
        if (!holds.end(tx, orderId, "CONSUMED")) {
            throw new IllegalStateException("Hold not found: the goods of order " + orderId + " are not held");
        }
        holds.giveBack(tx, lines(goods));
        ledger.move(tx, goods.stream().map(
                line -> new LedgerMovement(orderId, MovementKind.SHIP, line.sku(), line.id(), -line.quantity(), null))
                .toList());
        return tellGate(tx, new Cause(orderId, "order.ship"), skus(goods));
    }

    /**
     * What the ledger says an order took and has not given back.
     *
     * @return order line to units
     */
    public List<OrderedGoods> shipped(Transaction tx, UUID orderId) {
        return ledger.shipped(tx, orderId).stream()
                .map(movement -> new OrderedGoods(movement.orderLine(), movement.sku(), -movement.quantity())).toList();
    }

    /**
     * Why goods are booked back.
     *
     * @param kind {@code CANCEL_RETURN} or {@code CUSTOMER_RETURN}
     * @param request the request that causes it; with it each line is booked back once
     * @param cause the act that this is an effect of, or null
     * @param reason in the person's words, or null
     */
    public record BookBack(MovementKind kind, UUID request, Cause cause, String reason) {}

    /** Books goods back, from a cancel or from a customer. The order's lines are locked already. */
    public Long bookBack(Transaction tx, BookBack why, List<OrderedGoods> goods) {
        ledger.lock(tx, skus(goods));
        ledger.move(tx, goods.stream().map(line -> new LedgerMovement(why.request(), why.kind(), line.sku(), line.id(),
                line.quantity(), why.reason())).toList());
        return outbox.put(tx, OutboxKind.GATE, skus(goods).getFirst(), Map.of("skus", skus(goods)), why.cause());
    }

    private long tellGate(Transaction tx, Cause cause, List<String> skus) {
        return outbox.put(tx, OutboxKind.GATE, cause.order().toString(), Map.of("hold", cause.order(), "skus", skus),
                cause);
    }

    private static List<String> skus(List<OrderedGoods> goods) {
        return goods.stream().map(OrderedGoods::sku).distinct().sorted(Comparator.naturalOrder()).toList();
    }

    private static List<StockLine> lines(List<OrderedGoods> goods) {
        return StockLine.summed(goods.stream().map(line -> new StockLine(line.sku(), line.quantity())).toList());
    }
}
