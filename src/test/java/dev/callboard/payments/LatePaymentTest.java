package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.CardShop.Started;
import dev.callboard.payments.StripeDouble.Answer;
import dev.callboard.refusals.Unavailable;

/** Payments that end late, twice or not at all (protocol, rules 27, 29 and 30). */
class LatePaymentTest {
    private final CardShop cards = new CardShop();

    @AfterEach
    void close() {
        cards.close();
    }

    @Test
    @Tag("S07")
    void anUnfinishedPaymentIsEndedAtTheProviderBeforeItsGoodsAreGivenBack() {
        Started payment = cards.started();
        assertThat(cards.cards.expireOverdue(Duration.ofMinutes(1), 50)).isZero();

        AtOnce<Integer> both = AtOnce.run(2, i -> cards.expireAll());

        assertThat(both.done().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(cards.stripe.status(payment.intent())).isEqualTo("canceled");
        assertThat(cards.state(payment)).isEqualTo(OrderState.EXPIRED);
        assertThat(cards.held()).isZero();
        assertThat(cards.shop.product("BULB").gate()).hasValue(10);
    }

    @Test
    @Tag("S07")
    void anUnreachableProviderKeepsTheGoodsHeld() {
        Started payment = cards.started();
        cards.stripe.trouble(call -> Answer.silence());

        assertThatThrownBy(cards::expireAll).isInstanceOf(Unavailable.class);

        assertThat(cards.state(payment)).isEqualTo(OrderState.PAYMENT_PENDING);
        assertThat(cards.held()).isEqualTo(2);
        cards.stripe.noTrouble();
        assertThat(cards.expireAll()).isEqualTo(1);
    }

    @Test
    @Tag("S07")
    void whatWasPaidJustInTimeIsPaid() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());

        assertThat(cards.expireAll()).isZero();

        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
        cards.succeeded(payment.intent());
        assertThat(cards.shop.number("select count(*) from refund")).isZero();
    }

    @Test
    @Tag("S07")
    void whatTheProviderStillWorksAtIsLeftAlone() {
        Started payment = cards.started();
        cards.stripe.work(payment.intent());

        assertThat(cards.expireAll()).isZero();

        assertThat(cards.state(payment)).isEqualTo(OrderState.PAYMENT_PENDING);
    }

    @Test
    @Tag("S07")
    void aPaymentWhoseBeginnerDiedIsFoundAgainByItsKeyAndEnded() {
        Started payment = cards.started();
        // as if the process had died after the provider's answer and before the form was handed out
        cards.shop.database.transaction(tx -> tx.handle().execute("alter table payment disable trigger payment_law"));
        cards.shop.number("with lost as (update payment set intent = null returning 1) select count(*) from lost");

        assertThat(cards.expireAll()).isEqualTo(1);

        assertThat(cards.stripe.intents()).hasSize(1);
        assertThat(cards.stripe.status(payment.intent())).isEqualTo("canceled");
    }

    @Test
    @Tag("S07")
    @Tag("M3")
    @Tag("M4")
    void aSuccessAfterExpiryIsRefundedByItselfOnceAndShown() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());
        cards.shop.number("with gone as (update orders set state = 'EXPIRED' returning 1) select count(*) from gone");

        cards.succeeded(payment.intent());
        cards.succeeded(payment.intent());
        cards.giveRefunds();
        cards.giveRefunds();

        assertThat(cards.state(payment)).isEqualTo(OrderState.EXPIRED);
        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);
        assertThat(cards.shop.payments.refunds(payment.order())).singleElement()
                .satisfies(refund -> assertThat(refund.state()).isEqualTo("DONE"));
        assertThat(cards.alerts("payment.late")).isEqualTo(1);
        assertThat(cards.shop.orders.details(payment.order()).history()).extracting(row -> row.action())
                .contains("order.late_payment", "order.refund");
    }

    @Test
    @Tag("M1")
    @Tag("M2")
    void theFirstOfTwoPaymentsStaysTheSecondGoesBack() {
        Started first = cards.started();
        cards.shop.number("with free as (update orders set state = 'RESERVED' returning 1) select count(*) from free");
        Started second = cards.started(first.order());
        cards.stripe.pay(first.intent());
        cards.stripe.pay(second.intent());

        // the money of the first one counts though the order waits for the second
        cards.succeeded(first.intent());
        cards.succeeded(second.intent());
        cards.giveRefunds();

        assertThat(cards.state(first)).isEqualTo(OrderState.PAID);
        assertThat(cards.stripe.refundsOf(first.intent())).isZero();
        assertThat(cards.stripe.refundsOf(second.intent())).isEqualTo(1);
    }

    @Test
    @Tag("A03")
    void aCancelledOrderGetsItsMoneyBackAtTheProvider() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());
        cards.succeeded(payment.intent());

        cards.shop.cancellations.cancelOrder(payment.order(), "changed their mind");
        cards.giveRefunds();

        assertThat(cards.state(payment)).isEqualTo(OrderState.CANCELLED);
        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);
        assertThat(cards.alerts("refund.due")).isZero();
    }

    @Test
    @Tag("M5")
    void aRefundWhoseAnswerWasLostIsNotGivenTwice() {
        Started payment = cancelledAfterPayment();
        cards.giveRefunds();
        // a relay that died before it could mark: the row comes again
        again();
        cards.giveRefunds();
        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);

        // somebody gave it back at the provider's own desk, or it forgot the key early: it says so, and names the refund
        again();
        cards.stripe.forgetKeys();
        cards.giveRefunds();
        assertThat(cards.alerts("refund.failed")).isZero();

        // and after a day the provider has forgotten the key
        again();
        cards.shop.number("with old as (update refund set created_at = clock_timestamp() - interval '2 days'"
                + " returning 1) select count(*) from old");
        cards.stripe.forgetKeys();
        cards.giveRefunds();

        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);
        assertThat(cards.shop.payments.refunds(payment.order())).singleElement()
                .satisfies(refund -> assertThat(refund.state()).isEqualTo("DONE"));
        assertThat(cards.alerts("refund.failed")).isZero();
    }

    @Test
    @Tag("L07")
    void aRefundThatFailsForGoodIsAnEntryForAPerson() {
        Started payment = cancelledAfterPayment();
        cards.stripe.trouble(call -> Answer.error(400, "charge_disputed", "The charge is disputed."));
        cards.giveRefunds();

        assertThat(cards.alerts("refund.failed")).isEqualTo(1);
        assertThat(cards.shop.number("select count(*) from outbox where kind = 'refund' and set_apart")).isEqualTo(1);
        assertThat(cards.shop.payments.refunds(payment.order())).singleElement()
                .satisfies(refund -> assertThat(refund.state()).isEqualTo("FAILED"));
    }

    @Test
    @Tag("L07")
    void aRefundThatTheBankSendsBackIsAnEntryForAPerson() {
        Started payment = cancelledAfterPayment();
        cards.giveRefunds();
        byte[] body = cards.stripe.refundEvent("evt_r", "refund.failed", payment.intent(), "failed");

        cards.cards.take(cards.events.read(body, StripeSignature.of(body)));
        cards.cards.take(cards.events.read(body, StripeSignature.of(body)));

        assertThat(cards.alerts("refund.failed")).isEqualTo(1);
    }

    @Test
    void aRefundWaitsWhileTheProviderIsAway() {
        Started payment = cancelledAfterPayment();
        cards.stripe.trouble(call -> Answer.error(503, "api_error", "maintenance"));
        cards.giveRefunds();
        assertThat(cards.alerts("refund.failed")).isZero();
        assertThat(cards.shop.database.transaction(cards.shop.outbox::openInside)).isZero();
        cards.stripe.noTrouble();
        again();

        cards.giveRefunds();

        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);
    }

    @Test
    @Tag("M6")
    void aMessageWhoseEffectBrokeOffIsTakenInWhenItComesAgain() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());
        cards.shop.database.transaction(tx -> tx.handle()
                .execute("alter table outbox add constraint broken check (kind <> 'job') not valid"));
        assertThatThrownBy(() -> cards.says("evt_broken", "payment_intent.succeeded", payment.intent()))
                .isInstanceOf(RuntimeException.class);
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAYMENT_PENDING);
        cards.shop.database.transaction(tx -> tx.handle().execute("alter table outbox drop constraint broken"));

        assertThat(cards.says("evt_broken", "payment_intent.succeeded", payment.intent())).isTrue();

        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
    }

    @Test
    @Tag("M7")
    void aLateRefusalOfOnePaymentDoesNotTouchTheNext() {
        Started first = cards.started();
        cards.says("payment_intent.payment_failed", first.intent());
        Started second = cards.started(first.order());

        cards.says("payment_intent.payment_failed", first.intent());
        cards.says("payment_intent.canceled", first.intent());

        assertThat(cards.state(second)).isEqualTo(OrderState.PAYMENT_PENDING);
        assertThat(cards.stripe.status(second.intent())).isEqualTo("requires_payment_method");
    }

    private Started cancelledAfterPayment() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());
        cards.succeeded(payment.intent());
        cards.shop.cancellations.cancelOrder(payment.order(), "test");
        return payment;
    }

    /** As a relay that died before it could mark what it did. */
    private void again() {
        cards.shop.database.transaction(tx -> tx.handle().execute("alter table refund disable trigger refund_law"));
        cards.shop.number("with r as (update refund set state = 'DUE' returning 1) select count(*) from r");
        cards.shop.number("with o as (update outbox set done_at = null, next_try = clock_timestamp() where kind ="
                + " 'refund' returning 1) select count(*) from o");
    }
}
