package dev.callboard.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What the Desk explains, asks and says, by the keyboard alone. */
class DeskFlowsTest {
    private final TestDesk desk = new TestDesk().open();

    @BeforeEach
    void visitors() {
        for (int visitor = 1; visitor <= 5; visitor++) {
            desk.join("A", visitor == 3 ? 1 : 0);
        }
        desk.awaitReady();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    @Tag("T18")
    void explainsTheOrderOnW() {
        press(KeyCode.W);
        shown("Why this order");
        assertThat(desk.window.shows("Rule of Counter 3: anyone over 10:00 first, then 2 priority tickets")).isTrue();
        assertThat(desk.window.shows("No priority since the last normal one, so this is the first.")).isTrue();
        assertThat(desk.window.shows("Next normal ticket by arrival.")).isTrue();
        desk.window.picture("desk-why-light");
        press(KeyCode.ESCAPE);
        await().until(() -> !desk.window.shows("Rule of Counter 3"));
        assertThat(desk.window.shows("Priority ticket, 1st of 2 before a normal one")).isTrue();
    }

    @Test
    @Tag("T14")
    void callsAChosenTicketForAReason() {
        Ticket wanted = desk.tickets.nextUp(List.of("A"), 9).getLast().ticket();
        press(KeyCode.SHIFT, KeyCode.SPACE);
        shown("Choose a row of Waiting first.");
        desk.window.look(() -> {
            desk.window.robot().lookup("#waiting").queryTableView().getSelectionModel().selectLast();
            return null;
        });
        press(KeyCode.SHIFT, KeyCode.SPACE);
        shown("out of order");
        press(KeyCode.ENTER);
        assertThat(desk.tickets.atCounter("Counter 3")).as("not without a reason").isEmpty();
        desk.window.type("cannot stand");
        press(KeyCode.ENTER);
        desk.awaitState(TicketState.CALLED);
        assertThat(desk.atCounter().id()).isEqualTo(wanted.id());
        assertThat(desk.tickets.events(wanted.id()).getLast().reason()).isEqualTo("cannot stand");
    }

    @Test
    @Tag("T10")
    void showsWhoWaitsInAPausedQueueAndHowTheyCanBeCalled() {
        desk.queues.set("A", QueueState.PAUSED, "fire drill");
        desk.window.readAgain();
        shown("Nobody can be called");
        assertThat(desk.window.shows("5 wait; Click & Collect is paused.\nTo call them, open the queue: Alt+A."))
                .isTrue();
        assertThat(desk.window.shows("Nobody waits")).isFalse();
        desk.window.picture("desk-paused-light");
        TableView<Ticket> rows = desk.window.look(() -> desk.window.robot().lookup("#waiting").queryTableView());
        assertThat(rows.getItems()).hasSize(5);
        desk.window.look(() -> {
            rows.getSelectionModel().selectFirst();
            return null;
        });
        press(KeyCode.SHIFT, KeyCode.SPACE);
        shown("cannot be called: Click & Collect calls nobody now.");
        press(KeyCode.ALT, KeyCode.A);
        shown("Pause queue A");
        press(KeyCode.DIGIT1);
        shown("Open queue A");
        press(KeyCode.ENTER);
        shown("Press Space to call A-003");
    }

    @Test
    void linksAnOrderAndLeadsToIt() {
        desk.shop.receive("DRL-18V-02", 5);
        UUID order = desk.shop.paid("Clara Doyle", new StockLine("DRL-18V-02", 2));
        long number = desk.shop.orders.find(order).orElseThrow().number();
        press(KeyCode.SPACE);
        shown("No order on this ticket");
        press(KeyCode.L);
        shown("by its number or id");
        desk.window.type(String.valueOf(number));
        press(KeyCode.ENTER);
        shown("Order " + number);
        assertThat(desk.atCounter().orderId()).isEqualTo(order);
        desk.window.picture("desk-order-light");
        press(KeyCode.O);
        await().until(() -> desk.travels.equals(List.of("orders " + number)));
        press(KeyCode.ENTER);
        desk.awaitState(TicketState.SERVING);
        assertThat(desk.atCounter().orderId()).as("the order stays through the visit").isEqualTo(order);
        press(KeyCode.SHIFT, KeyCode.L);
        shown("Take the order off A-00");
        press(KeyCode.ENTER);
        shown("No order on this ticket");
        assertThat(desk.atCounter().orderId()).isNull();
        press(KeyCode.SHIFT, KeyCode.L);
        shown("has no order.");
    }

    @Test
    @Tag("T17")
    void saysWhichScreensHaveShownTheCall() {
        desk.boards.present("Entrance", List.of("A"));
        desk.boards.present("Hall", List.of("A"));
        press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
        BoardCall call = desk.boards.sight(List.of("A")).calls().getLast();
        desk.boards.spoken("Hall", call);
        desk.window.readAgain();
        await().atMost(Duration.ofSeconds(9)).until(() -> desk.window.shows("1 of 2 screens, Entrance is silent"));
        desk.boards.shown("Entrance", call);
        desk.window.readAgain();
        await().until(() -> desk.window.shows(call.code() + " shown on 2 of 2 screens"));
        assertThat(desk.window.shows("spoken ")).isTrue();
    }

    @Test
    @Tag("T16")
    void saysWhereAVisitorWentWhoWasSentOn() {
        press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
        String code = desk.atCounter().code();
        press(KeyCode.T);
        shown("Transfer " + code);
        press(KeyCode.ENTER);
        await().until(() -> desk.window.shows(code + " is in Returns, 1st"));
        desk.window.picture("desk-away-light");
    }

    @Test
    @Tag("T14")
    void namesWhoeverWasFaster() {
        press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
        Ticket here = desk.atCounter();
        desk.tickets.cancel(here.id(), "left the shop");
        press(KeyCode.ENTER);
        shown("was faster: " + here.code() + " is CANCELLED since");
    }

    @Test
    @Tag("T14")
    void aQuestionAboutAVisitorWhoIsGoneCannotBeAnswered() {
        press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
        Ticket here = desk.atCounter();
        press(KeyCode.H);
        shown("Hold " + here.code());
        desk.tickets.cancel(here.id(), "left the shop");
        desk.window.readAgain();
        shown(here.code() + " has moved on meanwhile");
        press(KeyCode.ENTER);
        assertThat(desk.tickets.find(here.id()).orElseThrow().state()).isEqualTo(TicketState.CANCELLED);
        assertThat(desk.window.shows("Hold " + here.code())).as("the question still says why").isTrue();
    }

    @Test
    @Tag("T14")
    void aKeyHeldDownWritesNothingIntoTheFieldOfItsQuestion() {
        press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
        shown("No order on this ticket");
        String written = desk.window.look(() -> {
            Node at = desk.window.robot().lookup("#callNext").query();
            for (int repeat = 0; repeat < 3; repeat++) {
                Node target = at.getScene().getFocusOwner() == null ? at : at.getScene().getFocusOwner();
                Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_PRESSED, "h", "h", KeyCode.H, false, false, false,
                        false));
                target = at.getScene().getFocusOwner();
                Event.fireEvent(target, new KeyEvent(KeyEvent.KEY_TYPED, "h", "", KeyCode.UNDEFINED, false, false,
                        false, false));
            }
            return desk.window.robot().lookup("#holdReason").queryTextInputControl().getText();
        });
        assertThat(written).isEmpty();
    }

    @Test
    @Tag("T12")
    void aCounterThatWasTakenIsSeenAtTheNextReadAndTakenBackBySpace() {
        desk.counters.takeOver("Counter 3");
        desk.window.readAgain();
        await().until(() -> desk.window.shows("Counter 3 was taken over by"));
        desk.window.picture("desk-lost-light");
        press(KeyCode.SPACE);
        desk.awaitReady();
        press(KeyCode.SPACE);
        desk.awaitState(TicketState.CALLED);
    }

    @Test
    @Tag("T10")
    void opensAQueueByItsLetterAndSaysWhoStoppedIt() {
        press(KeyCode.ALT, KeyCode.A);
        shown("Open queue A");
        press(KeyCode.ESCAPE);
        desk.queues.set("A", QueueState.PAUSED, "back at about 14:15");
        desk.shop.database
                .transaction(tx -> tx.handle().execute("update queue set state_by = 'mina' where code = 'A'"));
        desk.window.readAgain();
        await().until(() -> desk.window.shows("Click & Collect: Paused by mina since"));
        assertThat(desk.window.shows(": back at about 14:15")).isTrue();
    }

    private void press(KeyCode... keys) {
        desk.window.press(keys);
    }

    private void shown(String text) {
        await().until(() -> desk.window.shows(text));
    }
}
