package dev.callboard.payments;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.audit.Act;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/** Begins a card payment: committed here first, then opened at the provider, then handed out (protocol, rule 25). */
final class CardStart {
    private static final Logger LOG = LoggerFactory.getLogger(CardStart.class);

    private final Database database;
    private final OrderTransitions transitions;
    private final PaymentProvider provider;
    private final CardOutcomes outcomes;
    private final PaymentStore payments = new PaymentStore();
    private final CardPaymentStore store = new CardPaymentStore();

    CardStart(Database database, OrderTransitions transitions, PaymentProvider provider, CardOutcomes outcomes) {
        this.database = database;
        this.transitions = transitions;
        this.provider = provider;
        this.outcomes = outcomes;
    }

    private record Begun(CardPayment payment, long orderNumber) {
        PaymentProvider.Charge charge() {
            return new PaymentProvider.Charge(payment.id(), payment.order(), orderNumber, payment.amount());
        }
    }

    CardForm of(UUID order) {
        if (!provider.isSetUp()) {
            throw new Refusal("not_set_up", "This shop takes no cards: the setting stripe.key is missing, and"
                    + " stripe.webhook_secret belongs beside it. The order can be paid at the counter.");
        }
        Begun begun = database.transaction(tx -> begin(tx, order));
        PaymentProvider.Intent intent = opened(begun);
        if (!database.transaction(tx -> handOut(tx, begun, intent))) {
            // nobody has its form: if this fails too, it stays unpaid for ever
            cancelIfPossible(intent.id());
            throw new Refusal("wrong_state", "Order " + begun.orderNumber() + " no longer waits for this payment.");
        }
        return new CardForm(begun.payment().id(), intent.form());
    }

    private Begun begin(Transaction tx, UUID id) {
        Order order = transitions.lock(tx, id).orElseThrow(() -> Refusal.notFound("order", id.toString()));
        if (order.state() == OrderState.PAYMENT_PENDING) {
            return new Begun(store.current(tx, id).orElseThrow(() -> wrongState(order)), order.number());
        }
        if (order.state() != OrderState.RESERVED) {
            throw wrongState(order);
        }
        if (order.total().signum() == 0) {
            throw Refusal.invalid("Order " + order.number() + " costs nothing: there is nothing to pay by card.");
        }
        UUID payment = UUID.randomUUID();
        if (payments.start(tx, id, payment).isEmpty()) {
            throw new Refusal("expired", "The reservation of order " + order.number() + " ran out.");
        }
        store.started(tx, payment, id, order.total());
        transitions.note(tx, id, Act.person(), "order.pay", OrderState.RESERVED, OrderState.PAYMENT_PENDING);
        return new Begun(new CardPayment(payment, id, "STARTED", order.total(), null), order.number());
    }

    private PaymentProvider.Intent opened(Begun begun) {
        try {
            return provider.start(begun.charge());
        } catch (Unavailable silence) {
            couldNotStart(begun, silence);
            throw silence;
        } catch (ProviderRefused no) {
            couldNotStart(begun, no);
            throw new Refusal("payment_refused", "The payment of order " + begun.orderNumber()
                    + " could not be started; its goods stay put aside. " + no.getMessage());
        }
    }

    /** An intent may exist though no answer came; without its form nobody can pay it. */
    private void couldNotStart(Begun begun, RuntimeException why) {
        LOG.warn("payment {} of order {} could not be started: {}", begun.payment().id(), begun.orderNumber(),
                why.getMessage());
        database.transaction(tx -> {
            outcomes.couldNotStart(tx, begun.payment(), why.getMessage(),
                    Act.person("the payment could not be started"));
            return null;
        });
    }

    private boolean handOut(Transaction tx, Begun begun, PaymentProvider.Intent intent) {
        transitions.lock(tx, begun.payment().order()).orElseThrow();
        return store.handOut(tx, begun.payment().id(), intent.id());
    }

    private void cancelIfPossible(String intent) {
        try {
            provider.cancel(intent);
        } catch (Unavailable | ProviderRefused failure) {
            LOG.warn("intent {}, which nobody can pay, could not be cancelled: {}", intent, failure.getMessage());
        }
    }

    private static Refusal wrongState(Order order) {
        return Refusal.wrongState("Order " + order.number(), order.state());
    }
}
