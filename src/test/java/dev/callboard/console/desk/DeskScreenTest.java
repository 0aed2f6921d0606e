package dev.callboard.console.desk;

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

import dev.callboard.TestServers;
import dev.callboard.console.Fx;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Theme;
import dev.callboard.postgres.Database;
import dev.callboard.audit.AuditLog;
import dev.callboard.orders.Orders;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.CounterSights;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;
import javafx.scene.input.KeyCode;

/** The Desk in a real window over a real Postgres, by its keys and buttons. */
class DeskScreenTest {
    private static final BusinessDay DAY = new BusinessDay(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));
    private final Database database = Database.open(TestServers.newDatabase(), 8);
    private final Tickets tickets = new Tickets(database, DAY, Signals.none());
    private final Queues queues = new Queues(database, DAY, Signals.none());
    private final TestWindow window = new TestWindow(Subscriptions.none(), true);
    private CounterLeaseKeeper lease;

    @BeforeEach
    void openWindow() {
        queues.add("A", "Click & Collect");
        queues.add("C", "Returns");
        lease = new CounterLeaseKeeper(new Counters(database, Duration.ofMinutes(2)), "Counter 3", Fx.THREAD,
                window.around().faults());
        lease.open(Duration.ofMinutes(2));
        DeskServices shop = new DeskServices(tickets, queues, new CounterSights(database, DAY),
                new Boards(database, DAY, Signals.none()),
                new LinkedOrders(new Orders(database, new AuditLog()), null, null, null), null);
        DeskRule rule = new DeskRule("Counter 3", List.of(), Duration.ofMinutes(5), Duration.ofMinutes(10),
                Duration.ofMinutes(1), 3, Duration.ofMinutes(1), Duration.ofMinutes(10));
        for (int visitor = 1; visitor <= 9; visitor++) {
            tickets.join(new JoinRequest(visitor % 3 == 0 ? "C" : "A", "Clara Doyle " + visitor, visitor == 5 ? 1 : 0,
                    visitor % 2 == 0 ? UUID.randomUUID() : null, null));
        }
        window.open(List.of(new ScreenPlace("desk", "fth-bell", 1,
                overlay -> new DeskScreen(window.around(), new DeskModel(window.around(), shop, rule, lease),
                        overlay, (place, what) -> {}))),
                Theme.LIGHT);
        await().until(() -> !window.look(() -> window.robot().lookup("#callNext").queryAs(ActionButton.class).button()
                .isDisabled()));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lease.close();
        database.close();
    }

    @Test
    @Tag("L01")
    void callsStartsAndFinishesByKeys() {
        window.awaitShown("Press Space to call A-004");
        window.picture("desk-idle-light");
        window.press(KeyCode.SPACE);
        window.awaitShown("A-004");
        assertThat(atCounter().state()).isEqualTo(TicketState.CALLED);
        window.awaitShown("CALLED");
        window.picture("desk-light");
        window.press(KeyCode.ENTER);
        window.awaitShown("SERVING");
        assertThat(atCounter().state()).isEqualTo(TicketState.SERVING);
        window.press(KeyCode.F);
        window.awaitShown("COUNTER FREE");
        assertThat(tickets.atCounter("Counter 3")).isEmpty();
    }

    @Test
    @Tag("T16")
    void holdsWithTheKeyboardAlone() {
        window.press(KeyCode.SPACE);
        window.awaitShown("CALLED");
        window.press(KeyCode.H);
        window.awaitShown("Hold A-004");
        window.type("receipt");
        window.picture("desk-hold-light");
        window.press(KeyCode.ENTER);
        window.awaitShown("COUNTER FREE");

        assertThat(tickets.list("A", Set.of(TicketState.HELD), null)).singleElement()
                .satisfies(held -> {
                    assertThat(held.code()).isEqualTo("A-004");
                    assertThat(tickets.events(held.id()).getLast().reason()).isEqualTo("receipt");
                });
        window.awaitShown("Undo hold");
        window.press(KeyCode.CONTROL, KeyCode.Z);
        window.awaitShown("CALLED");
        assertThat(atCounter().code()).isEqualTo("A-004");
    }

    @Test
    @Tag("T16")
    void transfersToTheQueueOfThatDigit() {
        window.press(KeyCode.SPACE);
        window.awaitShown("CALLED");
        window.press(KeyCode.T);
        window.awaitShown("Transfer A-004");
        window.press(KeyCode.DIGIT1);
        window.awaitShown("Transfer to C");
        window.picture("desk-transfer-light");
        window.press(KeyCode.ENTER);
        window.awaitShown("COUNTER FREE");

        assertThat(tickets.list("C", Set.of(TicketState.WAITING), null)).extracting(Ticket::code).contains("A-004");
    }

    @Test
    @Tag("T15")
    void anEarlyNoShowIsAskedTwice() {
        window.press(KeyCode.SPACE);
        window.awaitShown("CALLED");
        window.press(KeyCode.N);
        await().until(() -> window.shows("press N again if A-004 really does not come."));
        assertThat(atCounter().state()).isEqualTo(TicketState.CALLED);
        window.picture("desk-no-show-light");

        window.press(KeyCode.N);

        window.awaitShown("COUNTER FREE");
        assertThat(tickets.list("A", Set.of(TicketState.NO_SHOW), null)).hasSize(1);
    }

    @Test
    @Tag("T10")
    void pausesAQueueFromItsChipWithAReason() {
        window.awaitShown("Press Space to call A-004");
        window.click("#queue-A");
        window.press(KeyCode.DIGIT2);
        window.awaitShown("Pause queue A");
        window.press(KeyCode.ENTER);
        assertThat(queues.find("A").orElseThrow().state()).as("not without a reason").isEqualTo(QueueState.OPEN);
        window.click("#queueReason");
        window.type("back soon");
        window.picture("desk-queue-state-light");
        window.press(KeyCode.ENTER);

        window.awaitShown("Paused");
        assertThat(queues.find("A").orElseThrow()).satisfies(queue -> {
            assertThat(queue.state()).isEqualTo(QueueState.PAUSED);
            assertThat(queue.reason()).isEqualTo("back soon");
        });
    }

    @Test
    void showsEveryKeyOnF1() {
        window.awaitShown("Press Space to call A-004");
        window.press(KeyCode.F1);
        window.awaitShown("Keys of this screen");
        window.picture("desk-help-light");
        window.press(KeyCode.ESCAPE);
        await().until(() -> !window.shows("Keys of this screen"));
    }

    @Test
    @Tag("L08")
    void withoutTheRightNothingCanBePressed() {
        window.awaitShown("Press Space to call A-004");
        window.allowOnly(Set.of(Right.QUEUE_STATES), "callNext", "start", "finish", "recall", "hold", "transfer",
                "noShow", "undo", "takeBack", "gotIt");
        window.awaitShown("Read only.");
        window.awaitShown("This needs the role callboard_staff. The servers refuse it too.");
        window.press(KeyCode.SPACE);
        assertThat(tickets.atCounter("Counter 3")).isEmpty();
        window.allowOnly(Set.of(Right.TICKETS));
        window.click("#queue-A");
        assertThat(window.shows("Pause queue A")).isFalse();
    }

    private Ticket atCounter() {
        return tickets.atCounter("Counter 3").orElseThrow();
    }
}
