package dev.callboard.payments;

import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import dev.callboard.TestShop;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.outbox.LeasedRows;
import dev.callboard.stock.StockLine;
import dev.callboard.workers.RefundDuty;

/** A shop that takes cards, by a double of the provider. */
final class CardShop implements AutoCloseable {
    final TestShop shop = new TestShop();
    final StripeDouble stripe = new StripeDouble();
    final PaymentProvider provider = new StripeProvider(StripeDouble.KEY, stripe.uri(), Currency.getInstance("EUR"));
    final CardPayments cards = cards(provider);
    final RefundDuty refunds = new RefundDuty(shop.database, new LeasedRows(shop.database, shop.alerts),
            new CardRefunds(shop.database, provider, shop.transitions, shop.alerts,
                    Currency.getInstance("EUR")));
    final StripeEvents events = new StripeEvents(StripeSignature.SECRET);
    private final AtomicInteger messages = new AtomicInteger();

    CardShop() {
        shop.receive("BULB", 10);
    }

    CardPayments cards(PaymentProvider by) {
        return new CardPayments(shop.database, new CardPayments.Writing(shop.prompt, shop.outbox, shop.alerts,
                Currency.getInstance("EUR")),
                shop.transitions, by);
    }

    /** An order of two units. */
    Order reserved() {
        return shop.reserve("ada", new StockLine("BULB", 2));
    }

    /** A started payment. */
    record Started(UUID order, UUID payment, String intent) {}

    Started started() {
        return started(reserved().uuid());
    }

    Started started(UUID order) {
        UUID payment = cards.start(order).payment();
        return new Started(order, payment, intentOf(payment));
    }

    String intentOf(UUID payment) {
        return shop.database.transaction(tx -> tx.handle().createQuery("select intent from payment where id = :id")
                .bind("id", payment).mapTo(String.class).one());
    }

    /** The provider says something new; @return true where something followed */
    boolean says(String type, String intent) {
        return says("evt_" + messages.incrementAndGet(), type, intent);
    }

    boolean says(String id, String type, String intent) {
        byte[] body = stripe.event(id, type, intent);
        return cards.take(events.read(body, StripeSignature.of(body)));
    }

    boolean succeeded(String intent) {
        return says("payment_intent.succeeded", intent);
    }

    OrderState state(Started started) {
        return shop.state(started.order());
    }

    int expireAll() {
        return cards.expireOverdue(Duration.ZERO, 50);
    }

    void giveRefunds() {
        refunds.runOnce();
    }

    long alerts(String kind) {
        return shop.number("select count(*) from alert where kind = '" + kind + "'");
    }

    /** What Postgres still holds. */
    long held() {
        return shop.product("BULB").product().held();
    }

    @Override
    public void close() {
        stripe.close();
        shop.close();
    }
}
