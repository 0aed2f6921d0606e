package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Currency;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.TestShop;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.CardPayments;
import dev.callboard.payments.ProviderEvent;
import dev.callboard.payments.StripeDouble;
import dev.callboard.payments.StripeProvider;
import dev.callboard.stock.StockLine;

/** Card payments as the command line's worker finishes them, by its own settings. */
class CardCommandsTest {

    @Test
    @Tag("A03")
    @Tag("S07")
    void aWorkerGivesRefundsAndEndsOverduePayments() {
        try (TestShop shop = new TestShop(); StripeDouble stripe = new StripeDouble()) {
            shop.receive("TEA", 10);
            CardPayments cards = new CardPayments(shop.database,
                    new CardPayments.Writing(shop.prompt, shop.outbox, shop.alerts,
                            Currency.getInstance("EUR")),
                    shop.transitions,
                    new StripeProvider(StripeDouble.KEY, stripe.uri(), Currency.getInstance("EUR")));
            Shell shell = Shell.at(shop.address, shop.redisServer.address());
            UUID cancelled = shop.reserve("ada", new StockLine("TEA", 1)).uuid();
            UUID payment = cards.start(cancelled).payment();
            String intent = stripe.intents().getFirst();
            stripe.pay(intent);
            cards.take(new ProviderEvent("evt_1", "payment_intent.succeeded", ProviderEvent.Meaning.SUCCEEDED, payment,
                    intent));
            shell.answer("order", "cancel", cancelled.toString(), "--reason", "test");
            assertThat(shell.answer("order", "show", cancelled.toString()).at("/payments/0/refund").asText())
                    .isEqualTo("DUE");
            UUID left = shop.reserve("bea", new StockLine("TEA", 2)).uuid();
            cards.start(left);

            // a drain waits for what is in the outbox, not for what the provider has yet to end
            await().until(() -> {
                shell.answer("worker", "--drain", "--set", "stripe.key=" + StripeDouble.KEY, "--set",
                        "stripe.url=" + stripe.uri(), "--set", "payment.limit=0s");
                return shop.state(left) == OrderState.EXPIRED;
            });

            JsonNode shown = shell.answer("order", "show", cancelled.toString());
            assertThat(shown.at("/payments/0/refund").asText()).isEqualTo("DONE");
            assertThat(shown.get("effects").findValuesAsText("state")).containsOnly("done");
            assertThat(stripe.refundsOf(intent)).isEqualTo(1);
            assertThat(shell.answer("product", "ls", "TEA").get(0).get("held").asInt()).isZero();
        }
    }
}
