package dev.callboard.triage;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.audit.Act;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.orders.OrderTransitions.Cancel;
import dev.callboard.orders.OrderTransitions.GivenBack;
import dev.callboard.orders.Orders;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.payments.Payment;
import dev.callboard.payments.Payments;
import dev.callboard.payments.Refund;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.StockHolds.OrderedGoods;
import dev.callboard.stock.StockLine;

/**
 * Cancels orders with everything they took given back: stock by the ledger, money by a refund, the job removed. The
 * order row decides; whoever finds it moved is told so and nothing happens.
 */
public final class Cancellations {
    private static final Set<OrderState> CANCELLABLE = EnumSet.of(OrderState.RESERVED, OrderState.PAID,
            OrderState.FAILED);

    private final Database database;
    private final PromptDelivery prompt;
    private final OrderTransitions transitions;
    private final Payments payments;
    private final CaseFiles files;
    private final CancelStore store = new CancelStore();

    /** What reading a case needs. */
    public record CaseFiles(Orders orders, Evidence evidence, TriageQueues queues) {}

    public Cancellations(Database database, PromptDelivery prompt, OrderTransitions transitions, Payments payments,
            CaseFiles files) {
        this.database = database;
        this.prompt = prompt;
        this.transitions = transitions;
        this.payments = payments;
        this.files = files;
    }

    /** @throws Refusal {@code not_found} */
    public CancelPreview preview(UUID id) {
        Order order = files.orders().find(id).orElseThrow(() -> Refusal.notFound("order", id.toString()));
        List<Refund> refunds = payments.refunds(id);
        Payment payment = payments.captured(id).orElse(null);
        return database.transaction(tx -> new CancelPreview(order, store.effects(tx, id), !store.shipped(tx, id),
                payment, due(payment, refunds),
                refunds.stream().map(Refund::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                files.orders().invoiceNumber(id).orElse(null), store.ticketCode(tx, id).orElse(null)));
    }

    /** What a cancel would owe back of a payment: all of it, once for ever; another payment's refund is none of it. */
    private static BigDecimal due(Payment payment, List<Refund> refunds) {
        return payment == null || refunds.stream().anyMatch(refund -> refund.paymentId().equals(payment.id()))
                ? BigDecimal.ZERO
                : payment.amount();
    }

    /** What cancelling all of these would do. */
    public CancelSums sums(List<UUID> orders) {
        return database.snapshot(tx -> store.sums(tx, orders));
    }

    /**
     * Cancels an order in RESERVED, PAID or FAILED, or one that waits for a payment which the provider does not let end.
     *
     * @throws Refusal {@code not_found}; {@code wrong_state} with the present state; {@code invalid} without a reason
     */
    public CancelResult cancelOrder(UUID id, String reason) {
        requireReason(reason);
        Order order = files.orders().find(id).orElseThrow(() -> Refusal.notFound("order", id.toString()));
        if (order.state() == OrderState.PAYMENT_PENDING) {
            return endReservation(order, Act.person(reason)).orElseThrow(() -> moved(id));
        }
        if (!CANCELLABLE.contains(order.state())) {
            throw Refusal.wrongState("Order " + order.number(), order.state());
        }
        return cancelSeen(order, Act.person(reason)).orElseThrow(() -> moved(id));
    }

    /** Cancels a FAILED order in the round in which it was seen. @return empty where the order has moved since */
    public Optional<CancelResult> cancelFailed(OrderRound seen, Act act) {
        return cancelFailed(seen, Duration.ZERO, act);
    }

    /** As above. @param alongside works in the cancel's own transaction, and only where the cancel happens */
    public Optional<CancelResult> cancelFailed(OrderRound seen, Act act, Consumer<Transaction> alongside) {
        return cancel(new Cancel(seen.order(), OrderState.FAILED, seen.round(), Duration.ZERO), act, alongside);
    }

    /** As above, but only where it has been failed for so long at that very moment. */
    public Optional<CancelResult> cancelFailed(OrderRound seen, Duration failedFor, Act act) {
        return cancel(new Cancel(seen.order(), OrderState.FAILED, seen.round(), failedFor), act, nothing -> {});
    }

    /** Cancels an order as it was seen, in RESERVED, PAID or FAILED. @return empty where it has moved since */
    public Optional<CancelResult> cancelSeen(Order seen, Act act) {
        return switch (seen.state()) {
            case RESERVED -> endReservation(seen, act);
            case PAID, FAILED -> cancel(new Cancel(seen.uuid(), seen.state(), seen.round(), Duration.ZERO), act,
                    nothing -> {});
            default -> Optional.empty();
        };
    }

    private Optional<CancelResult> cancel(Cancel cancel, Act act, Consumer<Transaction> alongside) {
        UUID id = cancel.order();
        JobSnapshot job = jobOf(id);
        PromptDelivery.Answer<Optional<Compensation>> answer = prompt.run((tx, rows) -> {
            Optional<GivenBack> given = transitions.cancel(tx, rows, cancel, act);
            given.ifPresent(back -> alongside.accept(tx));
            return given.map(back -> compensate(tx, id, cancel.round(), back, job));
        });
        return answer.value().map(done -> new CancelResult(files.orders().find(id).orElseThrow(),
                lines(done.given().returned()), lines(done.given().released()), done.refunds(), database.now(),
                answer.pending()));
    }

    private record Compensation(GivenBack given, List<Refund> refunds) {}

    private Compensation compensate(Transaction tx, UUID id, int round, GivenBack given, JobSnapshot job) {
        if (job != null) {
            files.evidence().keep(tx, "cancel", files.queues().fulfilment().name(), job, new OrderRound(id, round));
        }
        Order order = transitions.lock(tx, id).orElseThrow();
        return new Compensation(given, payments.refund(tx, id, order.number()));
    }

    private Optional<CancelResult> endReservation(Order order, Act act) {
        PromptDelivery.Answer<Boolean> answer = prompt.run(
                (tx, rows) -> (order.state() == OrderState.RESERVED || payments.giveUpStuck(tx, order.uuid(), act))
                        && transitions.endReservation(tx, rows, order.uuid(), OrderState.CANCELLED, act));
        if (!answer.value()) {
            return Optional.empty();
        }
        return Optional.of(new CancelResult(files.orders().find(order.uuid()).orElseThrow(), List.of(),
                order.lines().stream().map(line -> new StockLine(line.sku(), line.quantity())).toList(), List.of(),
                database.now(), answer.pending()));
    }

    /** The job before it is touched; null where Redis has none or is away: its failure was kept when it failed. */
    private JobSnapshot jobOf(UUID order) {
        try {
            return files.queues().fulfilment().find(Order.jobId(order)).orElse(null);
        } catch (Unavailable redisIsAway) {
            return null;
        }
    }

    private Refusal moved(UUID id) {
        Order now = files.orders().find(id).orElseThrow();
        return Refusal.wrongState("Order " + now.number(), now.state());
    }

    static void requireReason(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("A reason is needed, for the audit.");
        }
    }

    private static List<StockLine> lines(List<OrderedGoods> goods) {
        return goods.isEmpty() ? List.of()
                : StockLine.summed(goods.stream().map(line -> new StockLine(line.sku(), line.quantity())).toList());
    }
}
