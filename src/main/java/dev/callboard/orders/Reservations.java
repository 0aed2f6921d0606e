package dev.callboard.orders;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.SqlFailures;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.GateAnswer;
import dev.callboard.stock.GateWatch;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.StockLine;

/**
 * Reserving: first the gate takes the whole cart, then one round trip writes the order. What Postgres refuses is given
 * back at the gate at once; where Postgres does not answer nothing is touched, for the order may stand.
 */
public final class Reservations {
    private static final Logger LOG = LoggerFactory.getLogger(Reservations.class);

    private final Database database;
    private final GateWatch gate;
    private final OrphanHolds orphans;
    private final Orders orders;
    private final Signals signals;
    private final ReservationStore store = new ReservationStore();
    private final OrderLineStore lines = new OrderLineStore();

    public Reservations(Database database, GateWatch gate, OrphanHolds orphans, Orders orders, Signals signals) {
        this.database = database;
        this.gate = gate;
        this.orphans = orphans;
        this.orders = orders;
        this.signals = signals;
    }

    /**
     * Puts the goods aside.
     *
     * @throws Refusal {@code out_of_stock} naming the lines that are short, {@code not_found} for an unknown SKU,
     *         {@code key_reused} for an id under which other goods are held; {@code gate_closed} while the gate is being
     *         rebuilt, {@code busy} where somebody holds a product for too long: to be tried again, under a new id where
     *         the message says so. Nothing is held then
     * @throws Unavailable when a server does not answer
     */
    public Order reserve(ReservationRequest request) {
        try {
            return insert(request, hold(request));
        } catch (Refusal refusal) {
            if (!refusal.code().equals("gate_closed")) {
                throw refusal;
            }
        }
        // The gate was rebuilt between the hold and the insert: once more, under the new epoch. What was taken under the
        // old one went with it, so a hold that is refused now leaves nothing to give back, and its id stays free.
        gate.check();
        long epoch = hold(request);
        try {
            return insert(request, epoch);
        } catch (Refusal refusal) {
            if (!refusal.code().equals("gate_closed")) {
                throw refusal;
            }
            giveBack(request.id());
            throw anew(refusal);
        }
    }

    private long hold(ReservationRequest request) {
        return switch (gate.hold(request.id(), request.lines())) {
            case GateAnswer.Held(long epoch) -> epoch;
            case GateAnswer.Short(Map<String, Long> available) -> throw shortOf(request, available);
            case GateAnswer.Other() ->
                throw new Refusal("key_reused", "That id belongs to another reservation.");
            case GateAnswer.Ended() -> throw new Refusal("wrong_state", "This reservation has ended already.");
            case GateAnswer.Closed() ->
                throw new Refusal("gate_closed", "One moment: the stock gate is being rebuilt. Try again.");
        };
    }

    private Order insert(ReservationRequest request, long epoch) {
        try {
            Order order = database.statement(tx -> store.insert(tx, request, epoch));
            signals.changed(Topic.orders());
            order.lines().forEach(line -> signals.changed(Topic.product(line.sku())));
            return order;
        } catch (Unavailable noAnswer) {
            throw noAnswer;
        } catch (Refusal refusal) {
            if (refusal.code().equals("gate_closed")) {
                throw refusal;
            }
            giveBack(request.id());
            throw refusal.code().equals("busy") ? anew(refusal) : refusal;
        } catch (RuntimeException failure) {
            if (SqlFailures.constraint(failure).equals("stock_hold_pkey")) {
                return earlier(request);
            }
            if (SqlFailures.isServersAnswer(failure)) {
                giveBack(request.id());
            }
            throw failure;
        }
    }

    /** The id is taken: by this very order, whose answer was lost, or by the sweep, which then keeps it for ever. */
    private Order earlier(ReservationRequest request) {
        giveBack(request.id());
        return orders.find(request.id()).filter(order -> !order.state().isDone())
                .orElseThrow(() -> new Refusal("wrong_state", "This reservation has ended already."));
    }

    private void giveBack(UUID id) {
        try {
            orphans.settle(id);
        } catch (RuntimeException failure) {
            // what refused the order is the answer; the sweep gives back within a minute
            LOG.warn("hold {} is left to the sweep: {}", id, failure.getMessage());
        }
    }

    /** What was taken has been given back, and an id is good for one hold only. */
    private static Refusal anew(Refusal refusal) {
        String why = refusal.code().equals("busy") ? "Someone else holds one of these products for too long."
                : "One moment: the stock gate is being rebuilt.";
        return new Refusal(refusal.code(), why + " Reserve anew, under a new id.");
    }

    private Refusal shortOf(ReservationRequest request, Map<String, Long> available) {
        List<String> unknown = database
                .transaction(tx -> lines.unknown(tx, request.lines().stream().map(StockLine::sku).toList()));
        if (!unknown.isEmpty()) {
            return Refusal.notFound("product", String.join(", ", unknown));
        }
        return new Refusal("out_of_stock", "Out of stock: " + available.entrySet().stream()
                .map(line -> line.getKey() + " (" + Math.max(0, line.getValue()) + " left)")
                .collect(Collectors.joining(", ")) + ".", List.copyOf(available.keySet()));
    }
}
