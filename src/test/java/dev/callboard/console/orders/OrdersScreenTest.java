package dev.callboard.console.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.audit.Act;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.orders.OrderLists;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Theme;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.CancelEffects;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** Orders in a real window over a real Postgres and a real Redis, by its keys. */
class OrdersScreenTest {
    private final TestShop shop = new TestShop();
    private final TestWindow window = new TestWindow(Subscriptions.none(), false);
    private OrdersModel model;
    private UUID failed;
    private UUID reserved;

    @BeforeEach
    void openWindow() throws Exception {
        shop.receive("HOS-25M-G", 7);
        shop.receive("SCR-12V-01", 1);
        failed = shop.failedAfterShipping("Niamh Gallagher", new StockLine("HOS-25M-G", 2));
        reserved = shop.reserve("Guest 7711", new StockLine("SCR-12V-01", 1)).uuid();
        BusinessDay day = new BusinessDay(ZoneOffset.UTC, LocalTime.MIN);
        OrdersServices services = new OrdersServices(new OrderLists(shop.database, day), shop.orders, shop.payments,
                new OrdersServices.Visitors(new Tickets(shop.database, day, Signals.none()),
                        new Queues(shop.database, day, Signals.none())),
                new OrdersServices.Jobs(shop.cases, shop.actions, shop.cancellations,
                        new CancelEffects(shop.database, shop.outbox, shop.payments)),
                TestShop.QUEUE);
        model = new OrdersModel(window.around(), services);
        OrdersScreen.Waits waits = new OrdersScreen.Waits(Duration.ofMinutes(5), Duration.ofMinutes(10));
        window.open(
                List.of(new ScreenPlace("orders", "fth-shopping-bag", 4,
                        overlay -> new OrdersScreen(window.around(), model, overlay, (place, what) -> {}, waits))),
                Theme.LIGHT);
        awaitShown(reserved);
    }

    @AfterEach
    void closeWindow() {
        window.close();
        shop.close();
    }

    @Test
    @Tag("A02")
    void retriesAFailedOrderByItsKey() {
        window.press(KeyCode.R);
        assertThat(shop.state(reserved)).as("a reservation is not retried").isEqualTo(OrderState.RESERVED);
        window.press(KeyCode.DOWN);
        awaitShown(failed);
        window.press(KeyCode.R);
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.state(failed) == OrderState.PAID);
        await().until(() -> window.shows("0 since the retry, waiting"));
        window.picture("orders-retried-light");
    }

    @Test
    @Tag("A03")
    void cancelsAReservationWithItsEffectsShownBefore() {
        window.press(KeyCode.C);
        window.awaitShown("1 unit is free again");
        window.awaitShown("No job");
        window.click("#reason");
        window.type("asked at the counter");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.state(reserved) == OrderState.CANCELLED);
        window.awaitShown("every effect is done");
        assertThat(shop.product("SCR-12V-01").product().available()).isEqualTo(1);
    }

    @Test
    @Tag("A05")
    void whatMovedMeanwhileIsToldAndNotCancelled() {
        window.press(KeyCode.C);
        window.awaitShown("1 unit is free again");
        shop.payments.payAtCounter(reserved);
        window.click("#reason");
        window.type("asked at the counter");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.awaitShown("Nothing was changed");
        assertThat(shop.state(reserved)).isEqualTo(OrderState.PAID);
    }

    @Test
    void whatHasTheFocusInACardKeepsItWhenAnotherCardChanges() {
        window.press(KeyCode.DOWN);
        awaitShown(failed);
        await().until(() -> window.robot().lookup("#job .hyperlink").tryQuery().isPresent());
        Node link = window.robot().lookup("#job .hyperlink").query();
        window.look(() -> {
            link.requestFocus();
            return null;
        });
        shop.database.transaction(tx -> tx.handle().createUpdate("""
                insert into audit_entry (action, subject_kind, subject_id, reason)
                values ('order.retry', 'order', :order, 'asked twice')
                """).bind("order", failed.toString()).execute());
        window.readAgain();
        await().until(() -> window.shows("asked twice"));
        assertThat(window.<Boolean>look(link::isFocused)).isTrue();
    }

    @Test
    void whileTheFirstOrderIsReadGreyRowsStandInItsPlace() {
        window.look(() -> {
            model.search("nobody at all");
            return null;
        });
        await().until(() -> window.look(() -> model.currentProperty().get() == null));
        shop.database.transaction(tx -> {
            tx.handle().execute("lock table audit_entry in access exclusive mode");
            window.look(() -> {
                model.search("Guest");
                return null;
            });
            await().atMost(Duration.ofSeconds(20)).until(() -> window.shows("Reading the order"));
            window.picture("orders-reading-light");
            return null;
        });
        awaitShown(reserved);
        await().until(() -> !window.shows("Reading the order"));
    }

    @Test
    @Tag("A03")
    void aCancelledOrderSaysWhatIsToBeGivenBackAndHowOftenItFailed() {
        shop.cancellations.cancelSeen(shop.orders.find(failed).orElseThrow(), Act.person()).orElseThrow();
        window.look(() -> {
            model.search("Niamh");
            return null;
        });
        awaitShown(failed);
        await().until(() -> window.shows("To give back"));
        assertThat(window.shows("Refunded")).isFalse();
        assertThat(window.shows("job gone, failed 2 times")).isTrue();
        assertThat(window.shows("<n>")).isFalse();
        window.picture("orders-give-back-light");
    }

    @Test
    void theListStandsStillWhileItIsReadAndCatchesUp() {
        window.press(KeyCode.DOWN);
        awaitShown(failed);
        shop.reserve("Piotr Zieliński", new StockLine("HOS-25M-G", 1));
        window.press(KeyCode.F5);
        window.awaitShown("1 newer");
        assertThat(window.<Integer>look(() -> model.rows().size())).isEqualTo(2);
        window.press(KeyCode.ESCAPE);
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> model.rows().size()) == 3);
    }

    @Test
    @Tag("A02")
    void anOrderThatMovesToTheTopStaysInView() {
        window.look(() -> {
            window.robot().lookup("#list").queryListView().getSelectionModel().select(1);
            return null;
        });
        awaitShown(failed);
        shop.actions.retry(shop.key(failed));
        window.readAgain();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> window.look(() -> model.rows().getFirst().id().uuid().equals(failed)));
        assertThat(window.<UUID>look(() -> model.currentProperty().get().uuid())).isEqualTo(failed);
        assertThat(window.<Integer>look(() -> window.robot().lookup("#list").queryListView().getSelectionModel()
                .getSelectedIndex())).isZero();
    }

    @Test
    @Tag("L08")
    void withoutTheRightNothingCanBePressed() {
        window.press(KeyCode.DOWN);
        awaitShown(failed);
        window.allowOnly(Set.of(Right.TICKETS), "retry", "cancel");
        window.awaitShown("Read only.");
        window.press(KeyCode.R);
        window.press(KeyCode.C);
        assertThat(shop.state(failed)).isEqualTo(OrderState.FAILED);
    }

    private ActionButton retry() {
        return window.robot().lookup("#retry").queryAs(ActionButton.class);
    }

    private void awaitShown(UUID order) {
        await().atMost(Duration.ofSeconds(20)).until(
                () -> window.look(() -> model.shown() != null && model.shown().order().uuid().equals(order)));
    }
}
