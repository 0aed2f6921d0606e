package dev.callboard.console.desk;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.callboard.TestShop;
import dev.callboard.console.Fx;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Theme;
import dev.callboard.stock.Shelves;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.CounterMessages;
import dev.callboard.tickets.CounterSights;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.GroupClaims;

/** A Desk at Counter 3 of a shop on real servers, with its queues A and C. */
final class TestDesk implements AutoCloseable {
    static final BusinessDay DAY = new BusinessDay(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));

    final TestShop shop = new TestShop();
    final Tickets tickets = new Tickets(shop.database, DAY, Signals.none());
    final Queues queues = new Queues(shop.database, DAY, Signals.none());
    final Boards boards = new Boards(shop.database, DAY, Signals.none());
    final CounterMessages messages = new CounterMessages(shop.database, Signals.none());
    final Counters counters = new Counters(shop.database, Duration.ofMinutes(2));
    final TestWindow window = new TestWindow(Subscriptions.none(), true);
    final List<String> travels = new ArrayList<>();
    private CounterLeaseKeeper lease;
    private DeskScreen screen;

    /** Opens the window once the visitors are there. */
    TestDesk open() {
        queues.add("A", "Click & Collect");
        queues.add("C", "Returns");
        lease = new CounterLeaseKeeper(counters, "Counter 3", Fx.THREAD, window.around().faults());
        lease.open(Duration.ofMinutes(2));
        DeskServices services = new DeskServices(tickets, queues, new CounterSights(shop.database, DAY), boards,
                new LinkedOrders(shop.orders, shop.payments, new Shelves(shop.database, Signals.none()),
                        new GroupClaims(shop.database, shop.audit, Signals.none())),
                messages);
        DeskRule rule = new DeskRule("Counter 3", List.of(), Duration.ofMinutes(5), Duration.ofMinutes(10),
                Duration.ofMinutes(1), 3, Duration.ofMinutes(1), Duration.ofMinutes(10));
        window.open(List.of(new ScreenPlace("desk", "fth-bell", 1,
                overlay -> screen = new DeskScreen(window.around(),
                        new DeskModel(window.around(), services, rule, lease), overlay,
                        (place, what) -> travels.add(place + " " + what)))),
                Theme.LIGHT);
        window.awaitShown("Nobody waits in Click & Collect, Returns");
        return this;
    }

    Ticket join(String queue, int priority) {
        return tickets.join(new JoinRequest(queue, null, priority, null, null));
    }

    Ticket atCounter() {
        return tickets.atCounter("Counter 3").orElseThrow();
    }

    /** What the console holds the counter by. */
    LeaseToken token() {
        return window.look(lease::token);
    }

    /** Reads again and waits until the next key of the Desk may be pressed. */
    void awaitReady() {
        window.readAgain();
        await().until(() -> !window.look(() -> window.robot().lookup("#callNext").queryAs(ActionButton.class).button()
                .isDisabled()));
    }

    /** Another screen sends somebody here for that ticket. */
    void find(UUID ticket) {
        window.look(() -> {
            screen.find(ticket.toString());
            return null;
        });
        window.readAgain();
    }

    void awaitState(TicketState state) {
        window.awaitShown(state.name());
    }

    @Override
    public void close() {
        window.close();
        lease.close();
        shop.close();
    }
}
