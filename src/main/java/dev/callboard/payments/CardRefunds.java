package dev.callboard.payments;

import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.audit.Alerts;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.payments.PaymentProvider.Reimbursement;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Unavailable;

/** Gives card payments back at their provider (protocol, rule 30). */
public final class CardRefunds {
    /** Providers forget a request's key after about a day; half of that is safe. */
    private static final Duration REMEMBERED = Duration.ofHours(12);

    private final Database database;
    private final PaymentProvider provider;
    private final OrderTransitions transitions;
    private final Alerts alerts;
    private final AmountWords amounts;
    private final RefundStore store = new RefundStore();

    public CardRefunds(Database database, PaymentProvider provider, OrderTransitions transitions, Alerts alerts,
            Currency currency) {
        this.database = database;
        this.provider = provider;
        this.transitions = transitions;
        this.alerts = alerts;
        this.amounts = new AmountWords(currency);
    }

    /**
     * Gives the payment back, once for ever, however often this is called.
     *
     * @throws Unavailable where the provider gives no answer: to be tried again
     * @throws ProviderRefused where it said no: {@link #failed} is next
     */
    public void give(UUID payment) {
        RefundStore.Claim claim = database.transaction(tx -> store.claim(tx, payment, REMEMBERED))
                .orElseThrow(() -> new IllegalStateException("there is no refund of payment " + payment));
        if (!claim.refund().state().equals("DUE")) {
            return;
        }
        String id = provider.refund(new Reimbursement(payment, claim.intent(), claim.old()));
        database.transaction(tx -> {
            if (store.done(tx, payment, id)) {
                transitions.noteFact(tx, claim.order(), Act.duty("refund", null), "order.refund",
                        Map.of("payment", payment.toString(), "amount", claim.refund().amount(), "refund", id));
            }
            return null;
        });
    }

    /** The provider will not give it back: an entry for a person, in the caller's transaction. */
    public void failed(Transaction tx, UUID payment, String why) {
        RefundStore.Claim claim = store.claim(tx, payment, REMEMBERED).orElseThrow();
        if (store.failed(tx, payment, why)) {
            transitions.noteFact(tx, claim.order(), Act.duty("refund", why), "order.refund_failed",
                    Map.of("payment", payment.toString(), "amount", claim.refund().amount()));
            alerts.raise(tx, "refund.failed", "payment", payment.toString(), 0, "Give back "
                    + amounts.of(claim.refund().amount()) + " of order " + claim.orderNumber() + " by hand: " + why);
        }
    }
}
