package dev.callboard.payments;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.callboard.audit.Alerts;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.postgres.Transaction;

/**
 * Owes money back: one refund per captured payment, for ever, of the whole amount. What came by card goes back through
 * the outbox; what was taken at the counter is an entry for a person.
 */
final class RefundClaims {
    private final Outbox outbox;
    private final Alerts alerts;
    private final AmountWords amounts;
    private final RefundStore store = new RefundStore();

    RefundClaims(Outbox outbox, Alerts alerts, Currency currency) {
        this.outbox = outbox;
        this.alerts = alerts;
        this.amounts = new AmountWords(currency);
    }

    /** Everything that the order paid. */
    List<Refund> oweAll(Transaction tx, UUID order, long orderNumber) {
        return told(tx, store.oweAll(tx, order), orderNumber);
    }

    /** One payment. */
    void oweOne(Transaction tx, UUID payment, long orderNumber) {
        told(tx, store.oweOne(tx, payment), orderNumber);
    }

    private List<Refund> told(Transaction tx, List<Refund> owed, long orderNumber) {
        for (Refund refund : owed) {
            if (refund.byHand()) {
                alerts.raise(tx, "refund.due", "payment", refund.paymentId().toString(), 0,
                        "Give back " + amounts.of(refund.amount()) + " of order " + orderNumber + " at the counter.");
            } else {
                outbox.put(tx, OutboxKind.REFUND, refund.paymentId().toString(), Map.of("order", orderNumber));
            }
        }
        return owed;
    }
}
