package dev.callboard.payments;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.audit.Alerts;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/** Takes payment at the counter, and owes back what a cancelled order paid. */
public final class Payments {
    private final Database database;
    private final PromptDelivery prompt;
    private final OrderTransitions transitions;
    private final RefundClaims claims;
    private final PaymentStore store = new PaymentStore();
    private final CardPaymentStore cards = new CardPaymentStore();
    private final RefundStore refunds = new RefundStore();

    /** @param currency of the shop's prices */
    public Payments(Database database, PromptDelivery prompt, OrderTransitions transitions, Outbox outbox,
            Alerts alerts, Currency currency) {
        this.database = database;
        this.prompt = prompt;
        this.transitions = transitions;
        this.claims = new RefundClaims(outbox, alerts, currency);
    }

    /**
     * Records that a reservation was paid at the counter and asks for its job, in one transaction; Redis may be away.
     *
     * @return pending where the job is not in its queue yet
     * @throws Refusal {@code not_found}; {@code expired} where the reservation ran out; {@code wrong_state}
     */
    public PromptDelivery.Answer<UUID> payAtCounter(UUID order) {
        return prompt.run((tx, rows) -> {
            UUID payment = UUID.randomUUID();
            BigDecimal amount = store.start(tx, order, payment).orElseThrow(() -> refused(tx, order));
            store.captured(tx, payment, order, amount);
            int round = store.paid(tx, order, payment);
            transitions.note(tx, order, Act.person(), "order.pay", OrderState.RESERVED, OrderState.PAYMENT_PENDING);
            transitions.note(tx, order, Act.person(), "order.pay", OrderState.PAYMENT_PENDING, OrderState.PAID);
            rows.add(transitions.wantJob(tx, order, "order.pay", round, "RUN"));
            return order;
        });
    }

    private Refusal refused(Transaction tx, UUID id) {
        Order order = transitions.lock(tx, id).orElseThrow(() -> Refusal.notFound("order", id.toString()));
        return order.state() == OrderState.RESERVED
                ? new Refusal("expired", "The reservation of order " + order.number() + " ran out at "
                        + order.expiresAt() + ".")
                : Refusal.wrongState("Order " + order.number(), order.state());
    }

    /**
     * Owes back whatever the order paid, once for ever: by the outbox what came by card; what was taken at the counter is
     * an entry for a person.
     */
    public List<Refund> refund(Transaction tx, UUID order, long orderNumber) {
        return claims.oweAll(tx, order, orderNumber);
    }

    /**
     * {@code PAYMENT_PENDING → RESERVED} where a person was told that the provider does not let the payment end. Money
     * that comes by it all the same is given back by itself.
     *
     * @return false where the order waits for no such payment
     */
    public boolean giveUpStuck(Transaction tx, UUID order, Act act) {
        transitions.lock(tx, order);
        return store.stuck(tx, order).filter(payment -> cards.fail(tx, payment, "given up")
                && transitions.payAnew(tx, order, payment, act)).isPresent();
    }

    /** What an order paid, if it did. */
    public Optional<Payment> captured(UUID order) {
        return database.transaction(tx -> store.capturedPayment(tx, order));
    }

    /** Every attempt to pay the order, oldest first. */
    public List<OrderPayment> ofOrder(UUID order) {
        return database.transaction(tx -> store.ofOrder(tx, order));
    }

    public List<Refund> refunds(UUID order) {
        return database.transaction(tx -> refunds.ofOrder(tx, order));
    }
}
