package dev.callboard.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.stock.StockLine;

/** What a person is told of money that they must give back. */
class RefundAlertTest {
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A03")
    void theAmountHasItsCurrency() {
        shop.receive("DRL-1", 3);
        UUID order = shop.paid("C-1", new StockLine("DRL-1", 2));
        shop.cancellations.cancelOrder(order, "customer left");
        String told = shop.database.transaction(tx -> tx.handle()
                .createQuery("select message from alert where kind = 'refund.due'").mapTo(String.class).one());
        assertThat(told).isEqualTo("Give back EUR 5.00 of order "
                + shop.orders.find(order).orElseThrow().number() + " at the counter.");
    }
}
