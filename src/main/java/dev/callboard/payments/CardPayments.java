package dev.callboard.payments;

import java.time.Duration;
import java.util.Currency;
import java.util.UUID;

import dev.callboard.audit.Alerts;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/**
 * Payment by card, through a provider (protocol, section E). No card's data come here: the customer gives them to the
 * provider's own form, and only the provider's verified word counts.
 */
public final class CardPayments {
    private final CardStart start;
    private final EventIntake intake;
    private final OverduePayments overdue;
    private final PaymentProvider provider;

    /** What writing needs. @param currency of the shop's prices */
    public record Writing(PromptDelivery prompt, Outbox outbox, Alerts alerts, Currency currency) {}

    public CardPayments(Database database, Writing writing, OrderTransitions transitions, PaymentProvider provider) {
        this.provider = provider;
        CardOutcomes outcomes = new CardOutcomes(transitions, new RefundClaims(writing.outbox(), writing.alerts(),
                writing.currency()), writing);
        this.start = new CardStart(database, transitions, provider, outcomes);
        this.intake = new EventIntake(database, writing, transitions, provider, outcomes);
        this.overdue = new OverduePayments(database, writing, transitions, provider, outcomes);
    }

    /**
     * {@code RESERVED → PAYMENT_PENDING}, with a form for the customer. Asked for again meanwhile, it answers the same
     * form.
     *
     * @throws Refusal {@code not_found}, {@code expired}, {@code wrong_state}; {@code not_set_up} without a provider,
     *         nothing being changed; {@code invalid} where there is nothing to
     *         pay; {@code payment_refused} by the provider: the goods stay held, another try is free
     * @throws Unavailable where the provider gives no answer: the same
     */
    public CardForm start(UUID order) {
        return start.of(order);
    }

    /**
     * Takes in a verified message, once for ever, in whatever order they come.
     *
     * @return false where nothing followed from it: it was known already, or says nothing that matters
     * @throws Refusal {@code not_found} for a payment that is not known, which the provider must hear
     */
    public boolean take(ProviderEvent event) {
        return intake.take(event);
    }

    /**
     * Ends payments that were begun longer ago than the limit: at the provider first, so that nobody can pay for goods
     * that are given back.
     *
     * @return how many orders expired
     * @throws Unavailable where the provider gives no answer: it is tried again later
     */
    public int expireOverdue(Duration limit, int most) {
        return overdue.expire(limit, most);
    }

    /** As {@link #expireOverdue}. @return true where more is waiting: the list was full, and some of it was ended here */
    public boolean expireBatch(Duration limit, int most) {
        return overdue.expireBatch(limit, most);
    }

    public PaymentProvider provider() {
        return provider;
    }
}
