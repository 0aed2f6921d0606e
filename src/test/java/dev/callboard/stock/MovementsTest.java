package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.orders.CustomerReturns.ReturnAnswer;
import dev.callboard.orders.CustomerReturns.Returned;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;

/** Write-offs, customer returns and the ledger beneath them. */
class MovementsTest {
    private static final StockLine FOUR = new StockLine("BULB", 4);
    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("S11")
    @Tag("G12")
    void aWriteOffTakesAtMostWhatIsAvailableAndNeverWhatIsHeld() {
        shop.reserve("ada", FOUR);

        WriteOff first = shop.stock.writeOff(new StockLine("BULB", 8), "water damage");
        WriteOff second = shop.stock.writeOff(new StockLine("BULB", 1), "water damage");

        assertThat(first.taken()).isEqualTo(6);
        assertThat(first.shortfall()).isEqualTo(2);
        assertThat(second.taken()).isZero();
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(4);
        assertThat(shop.product("BULB").gate()).hasValue(0);
        assertThat(shop.number("select count(*) from stock_movement where kind = 'WRITE_OFF'")).isEqualTo(1);
    }

    @Test
    void aWriteOffOfAnUnknownProductOrWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> shop.stock.writeOff(new StockLine("NONE", 1), "gone")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> shop.stock.writeOff(FOUR, " ")).isInstanceOf(Refusal.class);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(10);
    }

    @Test
    @Tag("S09")
    void aCustomerBringsBackAtMostWhatIsStillHeldOldestOrderFirst() throws Exception {
        long first = completed("ada", new StockLine("BULB", 2));
        long second = completed("ada", new StockLine("BULB", 3));
        completed("bea", new StockLine("BULB", 1));

        ReturnAnswer answer = shop.returns.take("ada", List.of(new StockLine("BULB", 7)), null).value();

        assertThat(answer.returned()).containsExactly(new Returned("BULB", 2, first), new Returned("BULB", 3, second));
        assertThat(answer.refused()).containsExactly(new StockLine("BULB", 2));
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(9);
        assertThat(shop.product("BULB").gate()).hasValue(9);
        assertThat(shop.returns.take("ada", List.of(new StockLine("BULB", 1)), null).value().returned()).isEmpty();
    }

    @Test
    @Tag("S09")
    @Tag("E15")
    void twoReturnsAtOnceTakeBackFiveOfFive() throws Exception {
        completed("ada", new StockLine("BULB", 5));

        AtOnce<PromptDelivery.Answer<ReturnAnswer>> both = AtOnce.run(2,
                i -> shop.returns.take("ada", List.of(new StockLine("BULB", 5)), null));

        assertThat(both.done().stream().flatMap(answer -> answer.value().returned().stream())
                .mapToLong(Returned::quantity).sum()).isEqualTo(5);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(10);
    }

    @Test
    @Tag("S09")
    void theSameReturnSentTwiceWithOneKeyHappensOnce() throws Exception {
        completed("ada", FOUR);

        AtOnce<PromptDelivery.Answer<ReturnAnswer>> both = AtOnce.run(2,
                i -> shop.returns.take("ada", List.of(new StockLine("BULB", 1)), "parcel-7"));

        assertThat(both.done()).extracting(PromptDelivery.Answer::value).doesNotContainNull().hasSize(2);
        assertThat(both.done().getFirst().value()).isEqualTo(both.done().getLast().value());
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(7);
        assertThatThrownBy(() -> shop.returns.take("ada", List.of(new StockLine("BULB", 2)), "parcel-7"))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("key_reused"));
    }

    @Test
    @Tag("S09")
    void goodsOfACancelledOrderAreNotTakenBackAgain() throws Exception {
        UUID order = shop.failedAfterShipping("ada", FOUR);
        shop.actions.cancel(shop.key(order), "mail server is down");

        assertThat(shop.returns.take("ada", List.of(FOUR), null).value().returned()).isEmpty();
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(10);
    }

    @Test
    @Tag("L08")
    void theLedgerCannotBeRewrittenAndACounterCannotWriteOff() {
        shop.reserve("ada", FOUR);
        try (Database staff = Database.open(TestServers.addressFor(shop.address, "callboard_staff"), 1)) {
            assertThatThrownBy(() -> staff.transaction(tx -> tx.handle()
                    .execute("update product set on_hand = on_hand - 1, version = version + 1")))
                    .isInstanceOf(NotPermitted.class);
            assertThatThrownBy(
                    () -> staff.transaction(tx -> tx.handle().execute("update orders set state = 'CANCELLED'")))
                    .isInstanceOf(NotPermitted.class);
        }
        assertThatThrownBy(() -> shop.database
                .transaction(tx -> tx.handle().execute("update stock_movement set quantity = 99")))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> shop.database.transaction(tx -> tx.handle().execute("delete from audit_entry")))
                .isInstanceOf(NotPermitted.class);
    }

    private long completed(String customer, StockLine... lines) throws InterruptedException {
        UUID order = shop.paid(customer, lines);
        try (var worker = shop.worker(shop.shipping())) {
            shop.drain();
        }
        return shop.orders.find(order).orElseThrow().number();
    }
}
