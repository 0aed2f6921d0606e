package dev.callboard.payments;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.callboard.audit.Act;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.payments.PaymentProvider.Charge;
import dev.callboard.payments.PaymentProvider.Ending;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.OneByOne;

/** The end of payments that nobody finished (protocol, rule 29): cancelled at the provider first, then expired. */
final class OverduePayments {
    private static final Act EXPIRY = Act.duty("expiry", "not paid in time");

    private final Database database;
    private final CardPayments.Writing writing;
    private final OrderTransitions transitions;
    private final PaymentProvider provider;
    private final CardOutcomes outcomes;
    private final CardPaymentStore store = new CardPaymentStore();

    OverduePayments(Database database, CardPayments.Writing writing, OrderTransitions transitions,
            PaymentProvider provider, CardOutcomes outcomes) {
        this.database = database;
        this.writing = writing;
        this.transitions = transitions;
        this.provider = provider;
        this.outcomes = outcomes;
    }

    int expire(Duration limit, int most) {
        return round(limit, most).ended();
    }

    boolean expireBatch(Duration limit, int most) {
        Round round = round(limit, most);
        return round.listed() == most && round.ended() > 0;
    }

    /** Of what another process lists at the same time, each ends a part. */
    private record Round(int listed, int ended) {}

    private Round round(Duration limit, int most) {
        List<CardPayment> overdue = database.transaction(tx -> store.overdue(tx, limit, most));
        return new Round(overdue.size(), OneByOne.count(overdue, this::end));
    }

    private boolean end(CardPayment payment) {
        try {
            String intent = payment.intent() == null ? forgotten(payment).orElse(null) : payment.intent();
            return switch (intent == null ? Ending.CANCELLED : provider.cancel(intent)) {
                case CANCELLED -> writing.prompt().run((tx, rows) -> expire(tx, rows, payment)).value();
                case SUCCEEDED -> paidAfterAll(payment, intent);
                case UNDECIDED -> false;
            };
        } catch (ProviderRefused no) {
            tellAPerson(payment, no);
            return false;
        }
    }

    /**
     * Whoever began it never heard of its intent: the same payment again answers the same intent.
     *
     * @return empty where the provider does not want the payment at all: then nobody has a form to pay it by
     */
    private Optional<String> forgotten(CardPayment payment) {
        long number = database.transaction(tx -> transitions.lock(tx, payment.order()).map(Order::number))
                .orElseThrow();
        try {
            return Optional
                    .of(provider.start(new Charge(payment.id(), payment.order(), number, payment.amount())).id());
        } catch (ProviderRefused no) {
            return Optional.empty();
        }
    }

    private boolean expire(Transaction tx, List<Long> rows, CardPayment payment) {
        transitions.lock(tx, payment.order()).orElseThrow();
        store.fail(tx, payment.id(), "not paid in time");
        return transitions.expirePending(tx, rows, payment.order(), payment.id(), EXPIRY);
    }

    private boolean paidAfterAll(CardPayment payment, String intent) {
        writing.prompt().run((tx, rows) -> {
            outcomes.success(tx, rows, payment, intent, Act.duty("expiry", "it was paid just in time"));
            return null;
        });
        return false;
    }

    private void tellAPerson(CardPayment payment, ProviderRefused no) {
        database.transaction(tx -> writing.alerts().raise(tx, "payment.stuck", "payment", payment.id().toString(), 0,
                "Payment " + payment.id() + " is overdue and the provider does not let it be cancelled: "
                        + no.getMessage()));
    }
}
