package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.orders.OrderState;
import dev.callboard.payments.CardShop.Started;

/** Payments broken off at each of their writes in turn: nothing of them stands then, and the next try does all of it. */
@Tag("M6")
class BrokenOffTest {
    private final CardShop cards = new CardShop();

    @BeforeEach
    void breaker() {
        cards.shop.database.transaction(tx -> tx.handle().execute("""
                create function broken_off() returns trigger language plpgsql as $$
                begin raise exception 'broken off'; end $$
                """));
    }

    @AfterEach
    void close() {
        cards.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "provider_event", "orders", "outbox", "audit_entry"})
    void takingMoneyIn(String table) {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());

        brokenOffAt(table, () -> cards.says("evt_1", "payment_intent.succeeded", payment.intent()));
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAYMENT_PENDING);
        assertThat(cards.shop.number("select count(*) from provider_event")).isZero();

        assertThat(cards.says("evt_1", "payment_intent.succeeded", payment.intent())).isTrue();
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
        assertThat(cards.shop.number("select count(*) from outbox where kind = 'job'")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "provider_event", "refund", "outbox", "audit_entry", "alert"})
    void owingBackWhatCameTooLate(String table) {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());
        cards.shop.number("with gone as (update orders set state = 'EXPIRED' returning 1) select count(*) from gone");

        brokenOffAt(table, () -> cards.says("evt_1", "payment_intent.succeeded", payment.intent()));
        assertThat(cards.shop.number("select count(*) from refund")).isZero();

        cards.says("evt_1", "payment_intent.succeeded", payment.intent());
        cards.giveRefunds();
        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "orders", "stock_hold", "product", "outbox", "audit_entry"})
    void endingWhatNobodyPaid(String table) {
        Started payment = cards.started();

        brokenOffAt(table, cards::expireAll);
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAYMENT_PENDING);
        assertThat(cards.held()).isEqualTo(2);

        // the provider has ended it already, and says so again
        assertThat(cards.expireAll()).isEqualTo(1);
        assertThat(cards.held()).isZero();
        assertThat(cards.shop.product("BULB").gate()).hasValue(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refund", "audit_entry"})
    void givingBack(String table) {
        Started payment = cards.started();
        cards.stripe.pay(payment.intent());
        cards.succeeded(payment.intent());
        cards.shop.cancellations.cancelOrder(payment.order(), "test");

        breakOff(table);
        cards.giveRefunds();
        mend(table);
        assertThat(cards.shop.payments.refunds(payment.order()).getFirst().state()).isEqualTo("DUE");
        cards.shop.number("with o as (update outbox set next_try = clock_timestamp() where kind = 'refund'"
                + " returning 1) select count(*) from o");
        cards.giveRefunds();

        assertThat(cards.shop.payments.refunds(payment.order()).getFirst().state()).isEqualTo("DONE");
        assertThat(cards.stripe.refundsOf(payment.intent())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment", "orders", "audit_entry"})
    void beginning(String table) {
        java.util.UUID order = cards.reserved().uuid();

        brokenOffAt(table, () -> cards.cards.start(order));
        assertThat(cards.shop.state(order)).isEqualTo(OrderState.RESERVED);

        Started payment = cards.started(order);
        cards.stripe.pay(payment.intent());
        cards.succeeded(payment.intent());
        assertThat(cards.state(payment)).isEqualTo(OrderState.PAID);
    }

    private void brokenOffAt(String table, ThrowingCallable act) {
        breakOff(table);
        assertThatThrownBy(act).hasStackTraceContaining("broken off");
        mend(table);
    }

    private void breakOff(String table) {
        cards.shop.database
                .transaction(tx -> tx.handle().execute("create trigger a_broken_off after insert or update on "
                        + table + " for each row execute function broken_off()"));
    }

    private void mend(String table) {
        cards.shop.database.transaction(tx -> tx.handle().execute("drop trigger a_broken_off on " + table));
    }
}
