package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.orders.OrderState;
import dev.callboard.payments.CardShop.Started;
import dev.callboard.payments.StripeDouble.Answer;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/** Beginning a card payment, and what a provider says of it. */
class CardPaymentTest {
    private final CardShop cards = new CardShop();

    @AfterEach
    void close() {
        cards.close();
    }

    @Test
    @Tag("L05")
    void onlyTheProvidersWordMakesAnOrderPaidAndWantsItsJobOnce() {
        Started payment = cards.started();
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAYMENT_PENDING);
        cards.stripe.pay(payment.intent());
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAYMENT_PENDING);

        assertThat(cards.says("evt_once", "payment_intent.succeeded", payment.intent())).isTrue();
        assertThat(cards.says("evt_once", "payment_intent.succeeded", payment.intent())).isFalse();
        cards.succeeded(payment.intent());

        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
        assertThat(cards.shop.queue.counts().waiting()).isEqualTo(1);
        assertThat(cards.shop.number("select count(*) from outbox where kind = 'job'")).isEqualTo(1);
        assertThat(cards.shop.number("select count(*) from refund")).isZero();
    }

    @Test
    @Tag("L05")
    void theSameMessageTwentyTimesAtOnceHasOneEffect() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());

        AtOnce<Boolean> all = AtOnce.run(20,
                i -> cards.says("evt_" + i % 2, "payment_intent.succeeded", payment.intent()));

        assertThat(all.done()).hasSize(20).filteredOn(took -> took).hasSize(2);
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
        assertThat(cards.shop.number("select round from orders")).isEqualTo(1);
    }

    @Test
    @Tag("L05")
    void thePostgresOfTheShopKeepsNothingOfACard() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());
        cards.succeeded(payment.intent());

        List<String> tables = cards.shop.database.transaction(tx -> tx.handle()
                .createQuery("select table_name from information_schema.tables where table_schema = 'public'")
                .mapTo(String.class).list());
        assertThat(tables).contains("payment", "provider_event");
        for (String table : tables) {
            List<String> rows = cards.shop.database.transaction(
                    tx -> tx.handle().createQuery("select t::text from " + table + " t").mapTo(String.class).list());
            assertThat(rows).as(table).noneMatch(row -> StripeDouble.OF_A_CARD.stream().anyMatch(row::contains));
        }
    }

    @Test
    @Tag("L06")
    void aPaymentThatCannotBeStartedLeavesTheGoodsHeldAndAnotherTryFree() {
        UUID order = cards.reserved().uuid();
        for (Answer no : List.of(Answer.silence(), Answer.error(500, "api_error", "broken"),
                Answer.error(429, "rate_limit", "slow down"))) {
            cards.stripe.trouble(call -> no);
            assertThatThrownBy(() -> cards.cards.start(order)).isInstanceOf(Unavailable.class);
            assertThat(cards.shop.state(order)).isEqualTo(OrderState.RESERVED);
        }
        cards.stripe.trouble(call -> Answer.error(400, "amount_too_small", "too small"));
        assertThatThrownBy(() -> cards.cards.start(order)).isInstanceOfSatisfying(Refusal.class,
                no -> assertThat(no.code()).isEqualTo("payment_refused"));
        assertThat(cards.held()).isEqualTo(2);
        assertThat(cards.shop.gate.openHolds()).containsExactly(order);

        cards.stripe.noTrouble();
        Started second = cards.started(order);
        cards.stripe.pay(second.intent());
        cards.succeeded(second.intent());
        assertThat(cards.shop.state(order)).isEqualTo(OrderState.PAID);
    }

    @Test
    @Tag("L06")
    void aShopThatTakesNoCardsSaysSoAndTouchesNothing() {
        UUID order = cards.reserved().uuid();
        assertThatThrownBy(() -> cards.cards(PaymentProvider.none()).start(order)).isInstanceOfSatisfying(Refusal.class,
                no -> assertThat(no).hasMessageContaining("stripe.key").extracting(Refusal::code)
                        .isEqualTo("not_set_up"));
        assertThat(cards.shop.state(order)).isEqualTo(OrderState.RESERVED);
        assertThat(cards.shop.number("select count(*) from payment")).isZero();
    }

    @Test
    @Tag("L06")
    void aRefusedCardEndsItsIntentFirstAndGivesTwoMinutesMore() {
        Started first = cards.started();
        cards.shop.number("with late as (update orders set expires_at = clock_timestamp() - interval '1 h' returning 1)"
                + " select count(*) from late");

        cards.says("payment_intent.payment_failed", first.intent());

        assertThat(cards.stripe.status(first.intent())).isEqualTo("canceled");
        assertThat(cards.state(first)).isEqualTo(OrderState.RESERVED);
        assertThat(cards.shop.number("select extract(epoch from expires_at - clock_timestamp())::int from orders"))
                .isBetween(100L, 120L);
        Started second = cards.started(first.order());
        cards.stripe.pay(second.intent());
        cards.says("payment_intent.canceled", first.intent());
        assertThat(cards.state(second)).isEqualTo(OrderState.PAYMENT_PENDING);
        cards.succeeded(second.intent());
        assertThat(cards.state(second)).isEqualTo(OrderState.PAID);
    }

    @Test
    void aRefusalThatIsOvertakenBySuccessIsASuccess() {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());

        cards.says("payment_intent.payment_failed", payment.intent());

        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
        cards.succeeded(payment.intent());
        assertThat(cards.shop.number("select count(*) from refund")).isZero();
    }

    @Test
    void aSecondClickGetsTheSameForm() {
        Started payment = cards.started();

        AtOnce<CardForm> again = AtOnce.run(4, i -> cards.cards.start(payment.order()));

        assertThat(again.done()).hasSize(4).allSatisfy(form -> {
            assertThat(form.payment()).isEqualTo(payment.payment());
            assertThat(form.form()).isEqualTo(payment.intent() + "_secret_x");
        });
        assertThat(cards.stripe.intents()).hasSize(1);
    }

    @Test
    void aFormIsNotHandedOutForAnOrderThatMoved() {
        UUID order = cards.reserved().uuid();
        cards.stripe.trouble(call -> {
            // the order expires between its payment's beginning and the provider's answer
            cards.stripe.noTrouble();
            cards.shop
                    .number("with gone as (update orders set state = 'EXPIRED' returning 1) select count(*) from gone");
            return null;
        });

        assertThatThrownBy(() -> cards.cards.start(order)).isInstanceOf(Refusal.class);

        assertThat(cards.stripe.intents()).singleElement()
                .satisfies(intent -> assertThat(cards.stripe.status(intent)).isEqualTo("canceled"));
        assertThat(cards.shop.number("select count(*) from payment where intent is not null")).isZero();
    }

    @Test
    void whatCannotBePaidByCardIsRefused() {
        UUID paid = cards.reserved().uuid();
        cards.shop.payments.payAtCounter(paid);
        assertThatThrownBy(() -> cards.cards.start(paid)).isInstanceOf(Refusal.class).hasMessageContaining("PAID");
        assertThatThrownBy(() -> cards.cards.start(UUID.randomUUID())).isInstanceOf(Refusal.class);
        assertThat(cards.stripe.calls()).isEmpty();
    }

    @Test
    @Tag("L05")
    void theDatabaseItselfRefusesPaidWithoutMoney() {
        UUID order = cards.started().order();
        assertThatThrownBy(() -> cards.shop.database.transaction(tx -> tx.handle()
                .execute("update orders set state = 'PAID', paid_by = current_payment where id = ?", order)))
                .hasMessageContaining("without a captured payment");
    }

    @Test
    void amountsAreCountedInTheCurrencysSmallestUnit() {
        java.math.BigDecimal amount = new java.math.BigDecimal("12.00");
        assertThat(in("EUR").smallestUnits(amount)).isEqualTo(1200);
        assertThat(in("JPY").smallestUnits(amount)).isEqualTo(12);
        assertThat(in("ISK").smallestUnits(amount)).isEqualTo(1200);
        assertThat(in("KWD").smallestUnits(amount)).isEqualTo(12000);
    }

    private StripeProvider in(String currency) {
        return new StripeProvider("k", cards.stripe.uri(), java.util.Currency.getInstance(currency));
    }
}
