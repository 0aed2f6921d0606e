package dev.callboard.payments;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callboard.audit.Act;
import dev.callboard.audit.Alerts;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.postgres.Transaction;

/**
 * What follows from the end of a card payment, each inside the caller's transaction and after the order row is locked
 * (protocol, rules 27 and 28). It may be told twice and in any order.
 */
final class CardOutcomes {
    private final OrderTransitions transitions;
    private final RefundClaims refunds;
    private final Alerts alerts;
    private final AmountWords amounts;
    private final CardPaymentStore store = new CardPaymentStore();

    CardOutcomes(OrderTransitions transitions, RefundClaims refunds, CardPayments.Writing writing) {
        this.transitions = transitions;
        this.refunds = refunds;
        this.alerts = writing.alerts();
        this.amounts = new AmountWords(writing.currency());
    }

    /** The money is there: the order is paid by it, or it goes back by itself. */
    void success(Transaction tx, List<Long> rows, CardPayment payment, String intent, Act act) {
        Order order = transitions.lock(tx, payment.order()).orElseThrow();
        if (!store.capture(tx, payment.id(), intent)) {
            return;
        }
        if (order.state() == OrderState.RESERVED && store.pend(tx, order.uuid(), payment.id())) {
            transitions.note(tx, order.uuid(), act, "order.pay", OrderState.RESERVED, OrderState.PAYMENT_PENDING);
        }
        Optional<Integer> round = store.paid(tx, order.uuid(), payment.id());
        if (round.isPresent()) {
            transitions.note(tx, order.uuid(), act, "order.pay", OrderState.PAYMENT_PENDING, OrderState.PAID);
            rows.add(transitions.wantJob(tx, order.uuid(), "order.pay", round.get(), "RUN"));
        } else {
            tooLate(tx, order, payment, act);
        }
    }

    private void tooLate(Transaction tx, Order order, CardPayment payment, Act act) {
        refunds.oweOne(tx, payment.id(), order.number());
        transitions.noteFact(tx, order.uuid(), act, "order.late_payment",
                Map.of("payment", payment.id().toString(), "amount", payment.amount()));
        alerts.raise(tx, "payment.late", "payment", payment.id().toString(), 0, "Order " + order.number() + " was "
                + order.state() + " when a payment of " + amounts.of(payment.amount())
                + " arrived; it is given back by itself.");
    }

    /** No money will come by this payment: the goods stay held for another try. */
    void failure(Transaction tx, CardPayment payment, String why, Act act) {
        transitions.lock(tx, payment.order()).orElseThrow();
        if (store.fail(tx, payment.id(), why)) {
            transitions.payAnew(tx, payment.order(), payment.id(), act);
        }
    }

    /** As {@link #failure}, but only where nobody was given a form: a form that is out can still be paid. */
    void couldNotStart(Transaction tx, CardPayment payment, String why, Act act) {
        transitions.lock(tx, payment.order()).orElseThrow();
        if (!store.isHandedOut(tx, payment.id())) {
            failure(tx, payment, why, act);
        }
    }
}
