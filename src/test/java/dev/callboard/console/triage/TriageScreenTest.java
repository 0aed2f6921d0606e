package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.orders.OrderState;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Theme;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;

/** Triage in a real window over a real Postgres and a real Redis, by its keys and buttons. */
class TriageScreenTest {
    private final TestShop shop = new TestShop();
    private final TestWindow window = new TestWindow(Subscriptions.none(), true);
    private TriageModel model;
    private UUID first;
    private UUID second;

    @BeforeEach
    void openWindow() throws Exception {
        shop.receive("HOS-25M-G", 7);
        shop.receive("SCR-12V-01", 1);
        first = shop.failedAfterShipping("Niamh Gallagher", new StockLine("HOS-25M-G", 2),
                new StockLine("SCR-12V-01", 1));
        second = shop.failedAfterShipping("Piotr Zieliński", new StockLine("HOS-25M-G", 1));
        TriageServices services = TriageServicesOf.shop(shop, () -> {});
        model = new TriageModel(window.around(), services);
        window.open(List.of(new ScreenPlace("triage", "fth-alert-octagon", 3,
                overlay -> new TriageScreen(window.around(), model, overlay, (place, what) -> {}))), Theme.LIGHT);
        window.awaitShown("Niamh Gallagher");
    }

    @AfterEach
    void closeWindow() {
        window.close();
        shop.close();
    }

    @Test
    @Tag("A02")
    void retriesTheCurrentJobByItsKey() {
        awaitInspected();
        window.picture("triage-light");
        window.press(KeyCode.R);
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.state(second) == OrderState.PAID);
        window.awaitShown("1 of 1");
        assertThat(shop.state(first)).isEqualTo(OrderState.FAILED);
    }

    @Test
    @Tag("A03")
    void cancelsWithTheEffectsShownBeforeAndAfter() {
        BusinessDay day = new BusinessDay(ZoneId.of("UTC"), LocalTime.of(4, 0));
        new Queues(shop.database, day, Signals.none()).add("A", "Collect");
        new Tickets(shop.database, day, Signals.none()).join(new JoinRequest("A", "Niamh", 0, first, null));
        window.press(KeyCode.DOWN);
        awaitInspected();
        window.press(KeyCode.C);
        window.awaitShown("3 units go back to stock");
        window.awaitShown("back on sale");
        window.picture("cancel-dialog-light");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(shop.state(first)).as("nothing without a reason and the name").isEqualTo(OrderState.FAILED);

        window.click("#reason");
        window.type("asked at the counter");
        window.click("#typed");
        window.type("quayside-prod");
        window.picture("cancel-dialog-typed-light");
        window.press(KeyCode.CONTROL, KeyCode.ENTER);
        window.awaitShown("3 units back in stock");
        window.awaitShown("Product HOS-25M-G 6, Product SCR-12V-01 1 on hand; the gate agrees");
        window.awaitShown("Ticket A-001 told");
        window.awaitShown("4 of 5 effects done, one needs a person");
        window.awaitShown(
                "Audit entry " + shop.number("select max(id) from audit_entry where action = 'order.cancel'"));
        window.picture("cancel-result-light");

        assertThat(shop.state(first)).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.product("SCR-12V-01").product().onHand()).isEqualTo(1);
        assertThat(shop.payments.refunds(first)).hasSize(1);
    }

    @Test
    @Tag("A05")
    void anOrderThatSomebodyMovedMeanwhileIsSaidInTheOpenDialog() {
        awaitInspected();
        window.press(KeyCode.C);
        window.awaitShown("1 unit goes back to stock");

        shop.actions.retry(shop.key(second));
        window.readAgain();

        window.awaitShown("Nothing was changed");
        window.awaitShown("Order 20002 is PAID now.");
        window.picture("cancel-moved-light");
        assertThat(shop.payments.refunds(second)).isEmpty();
    }

    @Test
    @Tag("A03")
    void aFigureThatChangesInTheOpenDialogIsMarkedAndTheNameMustBeTypedAgain() {
        awaitInspected();
        window.press(KeyCode.C);
        window.awaitShown("1 unit goes back to stock");
        window.click("#typed");
        window.type("quayside-prod");

        shop.receive("HOS-25M-G", 5);
        window.readAgain();

        await().until(() -> window.look(() -> window.robot().lookup("#typed").queryTextInputControl().getText())
                .isEmpty());
        assertThat(window.look(() -> window.robot().lookup(".grid-table .warning-text").queryAll())).hasSize(2);
    }

    @Test
    void aTickedListStandsStillAndActsOnTheTickedRowsOnly() {
        awaitInspected();
        window.press(KeyCode.SPACE);
        window.awaitShown("1 selected");
        window.press(KeyCode.DOWN);
        window.picture("triage-ticked-light");
        window.press(KeyCode.R);
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.state(second) == OrderState.PAID);
        assertThat(shop.state(first)).isEqualTo(OrderState.FAILED);
    }

    @Test
    @Tag("A01")
    void searchesAsOneTypesAndSaysWhatItCannotRead() {
        awaitInspected();
        window.press(KeyCode.SLASH);
        window.type("cust");
        window.awaitShown("part of the customer’s name");
        window.press(KeyCode.TAB);
        search("customer:niamh");
        window.awaitShown("1 of 2");
        search("customer:niamh stake:>twenty");
        window.awaitShown("stake:> wants an amount, like stake:>20. The list stays as it was.");
        assertThat(window.shows("Niamh Gallagher")).isTrue();
        search("customer:niamh stake:>200");
        window.awaitShown("0 of 2");
        search("customer:niamh or stake:<5");
        window.awaitShown("2 of 2");
        search("-customer:niamh");
        window.awaitShown("1 of 2");
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.ESCAPE);
        window.awaitShown("2 of 2");
    }

    @Test
    void claimsTheGroupOfTheCurrentJobAndReleasesItByItsKey() {
        awaitInspected();
        window.press(KeyCode.M);
        window.type("asking the host");
        window.press(KeyCode.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.number("select count(*) from group_claim") == 1);
        window.picture("triage-claimed-light");
        window.readAgain();
        await().atMost(Duration.ofSeconds(20)).until(
                () -> window.look(() -> !window.robot().lookup(".claim").queryAll().isEmpty()));
        window.press(KeyCode.M);
        window.press(KeyCode.ENTER);
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.number("select count(*) from group_claim") == 0);
    }

    @Test
    @Tag("A02")
    void editsWhatAJobCarriesAndShowsTheDifference() {
        awaitInspected();
        window.press(KeyCode.E);
        window.awaitShown("Retry with edited data…");
        window.look(() -> {
            var text = window.robot().lookup("#payloadText").queryTextInputControl();
            text.setText(text.getText().replace("}", ", \"again\": 1}"));
            return null;
        });
        window.awaitShown("Changed values: 1. The original stays in History; a retry uses the edited data.");
        window.picture("triage-edit-light");
        window.click("#retryEdited");
        await().atMost(Duration.ofSeconds(20)).until(() -> shop.state(second) == OrderState.PAID);
        assertThat(shop.queue.find("order-" + second).orElseThrow().data()).contains("again");
    }

    @Test
    @Tag("A02")
    void editedDataGoToTheJobTheyWereTypedForOrNowhere() {
        awaitInspected();
        window.press(KeyCode.E);
        window.awaitShown("Retry with edited data…");
        String underWay = window.look(() -> {
            ActionButton retry = window.robot().lookup("#retryEdited").queryAs(ActionButton.class);
            model.inspection().step(1);
            retry.fire();
            return model.commands().inFlightProperty().get();
        });
        assertThat(underWay).isNull();
        assertThat(window.<Boolean>look(() -> window.robot().lookup("#payloadText").tryQuery().isPresent())).isFalse();
    }

    @Test
    @Tag("A05")
    void aDiscardNeverHitsTheNeighbourOfAJobThatMovedMeanwhile() {
        awaitInspected();
        window.press(KeyCode.D);
        window.awaitShown("Discard");
        window.type("not ours");
        shop.actions.retry(shop.key(second));
        window.readAgain();
        await().atMost(Duration.ofSeconds(20)).until(() -> window.shows("has moved on meanwhile"));
        window.press(KeyCode.ENTER);
        assertThat(window.<String>look(() -> model.commands().inFlightProperty().get())).isNull();
        assertThat(shop.state(first)).isEqualTo(OrderState.FAILED);
        assertThat(shop.queue.find("order-" + first)).isPresent();
    }

    @Test
    void leadsToTheJobThatWaitsForTheOneInView() {
        shop.redis.client().getMap("bull:" + TestShop.QUEUE + ":order-" + second, StringCodec.INSTANCE)
                .put("parentKey", "bull:" + TestShop.QUEUE + ":order-" + first);
        awaitInspected();
        window.readAgain();
        window.awaitShown("fulfill-order / order-" + first);
        window.look(() -> {
            window.robot().lookup(".flow-link").queryAs(Hyperlink.class).fire();
            return null;
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> model.inspectedProperty().get() != null
                && model.inspectedProperty().get().id().equals("order-" + first)));
        window.awaitShown("1 of 2");
    }

    @Test
    @Tag("L02")
    void anOpenCancelClosesItsButtonOnOldRows() {
        awaitInspected();
        window.press(KeyCode.C);
        window.awaitShown("1 unit goes back to stock");
        window.click("#reason");
        window.type("asked at the counter");
        window.click("#typed");
        window.type("quayside-prod");
        ActionButton confirm = window.robot().lookup("#confirm").queryAs(ActionButton.class);
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> confirm.against().getValue()) == null);
        String against = window.look(() -> {
            model.sight().failed(new Unavailable(Unavailable.Service.POSTGRES, "away", null));
            return confirm.against().getValue();
        });
        assertThat(against).isEqualTo("Nothing can be pressed on old rows.");
    }

    @Test
    @Tag("L08")
    void withoutTheRightNothingCanBePressed() {
        awaitInspected();
        window.allowOnly(Set.of(Right.TICKETS), "retry", "cancel", "retrySelected", "cancelSelected",
                "discardSelected");
        await().atMost(Duration.ofSeconds(20)).until(() -> window.shows("callboard_admin"));
        window.press(KeyCode.R);
        window.press(KeyCode.C);
        window.press(KeyCode.D);
        window.press(KeyCode.M);
        assertThat(shop.state(second)).isEqualTo(OrderState.FAILED);
        assertThat(window.shows("Cancel order and return stock")).isFalse();
        assertThat(window.robot().lookup("#line").tryQuery()).as("no question about a claim").isEmpty();
        assertThat(closedItems()).hasSize(3).allMatch(words -> words.contains("callboard_admin"));
    }

    /** What the menu of the job in view greys. */
    private List<String> closedItems() {
        return window.look(() -> {
            MenuButton more = window.robot().lookup("#more").queryAs(MenuButton.class);
            more.show();
            List<String> closed = more.getItems().stream().filter(MenuItem::isDisable).map(MenuItem::getText).toList();
            more.hide();
            return closed;
        });
    }

    /** As if it were typed at once: what stands there in between is a query as well. */
    private void search(String typed) {
        window.look(() -> {
            window.robot().lookup("#search").queryTextInputControl().setText(typed);
            return null;
        });
    }

    private void awaitInspected() {
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> model.inspectedProperty().get() != null
                && model.inspectedProperty().get().id().equals(model.currentProperty().get().id())));
    }
}
