package dev.callboard.gateway;

import java.util.Optional;

import dev.callboard.payments.CardPayments;
import dev.callboard.payments.ProviderEvent;
import dev.callboard.payments.StripeEvents;
import dev.callboard.refusals.Refusal;

import io.javalin.http.Context;

/** What the payment provider says. Only what was taken in, now or before, is answered with 200; the rest comes again. */
final class WebhookRoute {
    private final Optional<StripeEvents> events;
    private final CardPayments payments;
    private final Metrics metrics;

    WebhookRoute(Optional<StripeEvents> events, CardPayments payments, Metrics metrics) {
        this.events = events;
        this.payments = payments;
        this.metrics = metrics;
    }

    void take(Context context) {
        byte[] body = Body.bytes(context);
        StripeEvents reader = events.orElseThrow(() -> new Refusal("not_set_up",
                "No message is believed while the setting stripe.webhook_secret is missing."));
        ProviderEvent event = reader.read(body, context.header("Stripe-Signature"));
        boolean applied = payments.take(event);
        metrics.providerEvent(applied);
        new Reply().with("received", true).with("applied", applied).send(context, 200);
    }
}
