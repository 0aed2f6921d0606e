package dev.callboard.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;

import dev.callboard.audit.Act;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.stock.StockHolds;

/**
 * What a worker does to an order (protocol, section D): it takes the order over, and every later write locks the order
 * row and holds only while the order is PROCESSING in that very run. A step's effect and its mark commit together.
 */
public final class Fulfilment {
    /** The steps of an order, in order. */
    public static final List<String> STEPS = List.of("inventory", "email", "invoice");
    private static final Act WORKER = Act.duty("worker", null);

    private final Database database;
    private final PromptDelivery prompt;
    private final StockHolds holds;
    private final OrderTransitions transitions;
    private final TransitionStore store = new TransitionStore();
    private final FulfilmentStore steps = new FulfilmentStore();
    private final OrderStore orders = new OrderStore();
    private final OrderLineStore lines = new OrderLineStore();

    public Fulfilment(Database database, PromptDelivery prompt, StockHolds holds, OrderTransitions transitions) {
        this.database = database;
        this.prompt = prompt;
        this.holds = holds;
        this.transitions = transitions;
    }

    /** The order moved while a worker was at it: whoever holds the job must put it where the order now says. */
    public static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded(UUID order) {
            super("order " + order + " was taken over or moved", null, false, false);
        }
    }

    /**
     * A worker's hold on an order.
     *
     * @param done steps that are done already
     */
    public record TakenOver(Order order, Set<String> done) {
        public UUID id() {
            return order.uuid();
        }

        public int run() {
            return order.run();
        }
    }

    /** A worker's first act: {@code PAID | PROCESSING → PROCESSING}. @return empty where the order wants no work */
    public Optional<TakenOver> takeOver(UUID id) {
        return database.transaction(tx -> takeOver(tx, id));
    }

    private Optional<TakenOver> takeOver(Transaction tx, UUID id) {
        Optional<Order> before = orders.lock(tx, id);
        return store.takeOver(tx, id).map(moved -> {
            if (before.orElseThrow().state() == OrderState.PAID) {
                transitions.note(tx, id, WORKER, "order.process", OrderState.PAID, OrderState.PROCESSING);
            }
            return new TakenOver(orders.find(tx, id).orElseThrow(), steps.done(tx, id));
        });
    }

    /** Takes the goods out of stock, once. @throws Superseded */
    public void ship(TakenOver mine) {
        prompt.run((tx, rows) -> {
            requireMine(tx, mine);
            if (steps.claimDone(tx, mine.id(), "inventory", null)) {
                rows.add(holds.ship(tx, mine.id(), lines.ordered(tx, mine.id())));
                lines.shipped(tx, mine.id());
            }
            return null;
        });
    }

    /** Marks a step whose effect lies outside and carries its own key. @throws Superseded */
    public void done(TakenOver mine, String step, String note) {
        database.transaction(tx -> {
            requireMine(tx, mine);
            return steps.claimDone(tx, mine.id(), step, note);
        });
    }

    /**
     * Numbers and keeps the invoice, once. The number is the order's from the moment it is drawn, also where the rest
     * breaks off; the document is made between two transactions, so that nobody waits for it at the counter of numbers.
     *
     * @param render makes the document of a number; perhaps twice, of the same number
     * @throws Superseded
     */
    public void invoice(TakenOver mine, LongFunction<byte[]> render) {
        long number = database.transaction(tx -> {
            requireMine(tx, mine);
            return steps.invoiceNumber(tx, mine.id());
        });
        byte[] document = render.apply(number);
        database.transaction(tx -> {
            requireMine(tx, mine);
            if (steps.claimDone(tx, mine.id(), "invoice", null)) {
                steps.keepInvoice(tx, mine.id(), document);
            }
            return null;
        });
    }

    /** Keeps a step's failure, as current and in the history. @throws Superseded */
    public void stepFailed(TakenOver mine, StepFault fault) {
        database.transaction(tx -> {
            requireMine(tx, mine);
            steps.failed(tx, mine.id(), mine.run(), fault);
            return null;
        });
    }

    /** {@code PROCESSING → COMPLETED}. @throws Superseded */
    public void complete(TakenOver mine) {
        database.transaction(tx -> {
            if (!store.processingToCompleted(tx, mine.id(), mine.run())) {
                throw new Superseded(mine.id());
            }
            transitions.note(tx, mine.id(), WORKER, "order.complete", OrderState.PROCESSING, OrderState.COMPLETED);
            return null;
        });
    }

    /** {@code PROCESSING → FAILED}, in the caller's transaction with the evidence. @throws Superseded */
    public void fail(Transaction tx, TakenOver mine, String error) {
        if (!store.processingToFailed(tx, mine.id(), mine.run(), error)) {
            throw new Superseded(mine.id());
        }
        transitions.note(tx, mine.id(), Act.duty("worker", error), "order.fail", OrderState.PROCESSING,
                OrderState.FAILED);
    }

    /** Take-over and {@link #fail} at once: a job that must fail without running. @return empty where the order wants no work */
    public Optional<Order> failWithoutRunning(Transaction tx, UUID id, String error) {
        return takeOver(tx, id).map(mine -> {
            fail(tx, mine, error);
            return mine.order();
        });
    }

    /** An order in the generation in which somebody saw it. */
    public record AsSeen(UUID order, int round, int run) {}

    /** As {@link #failWithoutRunning}, but only where the order is still as it was seen. */
    public Optional<Order> failAsSeen(Transaction tx, AsSeen seen, String error) {
        return orders.lock(tx, seen.order())
                .filter(order -> order.round() == seen.round() && order.run() == seen.run())
                .flatMap(order -> failWithoutRunning(tx, seen.order(), error));
    }

    /** When the order failed, as just written in this transaction. */
    public Instant failedAt(Transaction tx, UUID id) {
        return orders.find(tx, id).map(Order::failedAt).orElseThrow();
    }

    private void requireMine(Transaction tx, TakenOver mine) {
        boolean still = orders.lock(tx, mine.id())
                .filter(order -> order.state() == OrderState.PROCESSING && order.run() == mine.run()).isPresent();
        if (!still) {
            throw new Superseded(mine.id());
        }
    }
}
