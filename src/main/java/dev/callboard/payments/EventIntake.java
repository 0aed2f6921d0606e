package dev.callboard.payments;

import java.util.List;

import dev.callboard.audit.Act;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.payments.PaymentProvider.Ending;
import dev.callboard.payments.ProviderEvent.Meaning;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/** Takes in what a provider says: the message's id and its effect in one transaction (protocol, rule 26). */
final class EventIntake {
    private final Database database;
    private final CardPayments.Writing writing;
    private final OrderTransitions transitions;
    private final PaymentProvider provider;
    private final CardOutcomes outcomes;
    private final CardPaymentStore store = new CardPaymentStore();
    private final RefundStore refunds = new RefundStore();

    EventIntake(Database database, CardPayments.Writing writing, OrderTransitions transitions, PaymentProvider provider,
            CardOutcomes outcomes) {
        this.database = database;
        this.writing = writing;
        this.transitions = transitions;
        this.provider = provider;
        this.outcomes = outcomes;
    }

    private record Sight(CardPayment payment, boolean known, boolean waitedFor) {}

    boolean take(ProviderEvent event) {
        if (event.meaning() == Meaning.OTHER) {
            return false;
        }
        Sight sight = database.transaction(tx -> look(tx, event));
        if (sight.known()) {
            return false;
        }
        Meaning meaning = settled(event, sight);
        return writing.prompt().run((tx, rows) -> apply(tx, rows, event, sight.payment(), meaning)).value();
    }

    private Sight look(Transaction tx, ProviderEvent event) {
        CardPayment payment = store.find(tx, event.payment(), event.intent())
                .filter(found -> found.intent() == null || found.intent().equals(event.intent()))
                .orElseThrow(() -> Refusal.notFound("payment", String.valueOf(event.payment())));
        boolean waitedFor = store.current(tx, payment.order()).filter(current -> current.id().equals(payment.id()))
                .isPresent();
        return new Sight(payment, store.isKnown(tx, event), waitedFor);
    }

    /** A refused card leaves the intent open: only after it is cancelled may another payment begin (rule 28). */
    private Meaning settled(ProviderEvent event, Sight sight) {
        if (event.meaning() != Meaning.REFUSED || !sight.waitedFor()) {
            return event.meaning();
        }
        Ending ending = provider.cancel(event.intent());
        if (ending == Ending.UNDECIDED) {
            throw new Unavailable(Unavailable.Service.PROVIDER,
                    "The provider still works at payment " + sight.payment().id() + ".", null);
        }
        return ending == Ending.SUCCEEDED ? Meaning.SUCCEEDED : Meaning.REFUSED;
    }

    private boolean apply(Transaction tx, List<Long> rows, ProviderEvent event, CardPayment payment, Meaning meaning) {
        transitions.lock(tx, payment.order()).orElseThrow();
        if (!store.firstTime(tx, event, payment.id())) {
            return false;
        }
        Act act = Act.person("the provider's message " + event.id());
        switch (meaning) {
            case SUCCEEDED -> outcomes.success(tx, rows, payment, event.intent(), act);
            case REFUSED -> outcomes.failure(tx, payment, "the card was refused", act);
            case CANCELLED -> outcomes.failure(tx, payment, "cancelled at the provider", act);
            case REFUND_FAILED -> refundFailed(tx, payment);
            case OTHER -> throw new IllegalStateException("a message without a meaning is not taken in");
        }
        return true;
    }

    private void refundFailed(Transaction tx, CardPayment payment) {
        if (refunds.failed(tx, payment.id(), "the provider could not give it back")) {
            writing.alerts().raise(tx, "refund.failed", "payment", payment.id().toString(), 0,
                    "The provider could not give back " + new AmountWords(writing.currency()).of(payment.amount())
                            + " (payment " + payment.id()
                            + "): give it back by hand.");
        }
    }
}
