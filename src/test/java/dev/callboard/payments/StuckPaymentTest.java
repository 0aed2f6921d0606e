package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.orders.OrderState;
import dev.callboard.payments.CardShop.Started;
import dev.callboard.payments.StripeDouble.Answer;
import dev.callboard.refusals.Refusal;

/** Overdue payments that the provider refuses to end: a person hears of them, and they keep nobody from their turn. */
class StuckPaymentTest {
    private final CardShop cards = new CardShop();

    @AfterEach
    void close() {
        cards.close();
    }

    @Test
    @Tag("S07")
    void thoseThatCannotEndComeLast() {
        Started first = cards.started();
        Started second = cards.started();
        Started behind = cards.started();
        cards.stripe.trouble(call -> call.contains(first.intent()) || call.contains(second.intent())
                ? Answer.error(400, "intent_invalid_state", "This cannot be canceled.")
                : null);

        assertThat(cards.cards.expireBatch(Duration.ZERO, 2)).as("nothing moved: no hurry").isFalse();
        assertThat(cards.alerts("payment.stuck")).isEqualTo(2);
        cards.cards.expireBatch(Duration.ZERO, 2);

        assertThat(cards.state(behind)).isEqualTo(OrderState.EXPIRED);
        assertThat(cards.state(first)).isEqualTo(OrderState.PAYMENT_PENDING);
        cards.stripe.noTrouble();
        assertThat(cards.cards.expireBatch(Duration.ZERO, 2)).isTrue();
        assertThat(cards.state(first)).isEqualTo(OrderState.EXPIRED);
        assertThat(cards.state(second)).isEqualTo(OrderState.EXPIRED);
    }

    @Test
    @Tag("S07")
    @Tag("M2")
    void anAdminMayCancelTheOrderAndLateMoneyGoesBack() {
        Started payment = cards.started();
        assertThatThrownBy(() -> cards.shop.cancellations.cancelOrder(payment.order(), "hurry"))
                .isInstanceOf(Refusal.class).hasMessageContaining("PAYMENT_PENDING");
        cards.stripe.trouble(call -> Answer.error(400, "intent_invalid_state", "This cannot be canceled."));
        cards.expireAll();
        cards.stripe.noTrouble();

        assertThat(cards.shop.cancellations.cancelOrder(payment.order(), "stuck").released()).hasSize(1);

        assertThat(cards.state(payment)).isEqualTo(OrderState.CANCELLED);
        assertThat(cards.held()).isZero();
        cards.stripe.pay(payment.intent());
        cards.succeeded(payment.intent());
        cards.giveRefunds();
        assertThat(cards.state(payment)).isEqualTo(OrderState.CANCELLED);
        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);
    }

    @Test
    @Tag("S07")
    void whatTheProviderNeverBeganNobodyCanPay() {
        Started payment = cards.started();
        // as if the process had died before the provider's answer, and the provider wants nothing of it any more
        cards.shop.database.transaction(tx -> tx.handle().execute("alter table payment disable trigger payment_law"));
        cards.shop.number("with lost as (update payment set intent = null returning 1) select count(*) from lost");
        cards.stripe.trouble(call -> Answer.error(400, "amount_too_small", "The amount is too small."));

        assertThat(cards.expireAll()).isEqualTo(1);

        assertThat(cards.state(payment)).isEqualTo(OrderState.EXPIRED);
        assertThat(cards.held()).isZero();
        assertThat(cards.alerts("payment.stuck")).isZero();
    }
}
