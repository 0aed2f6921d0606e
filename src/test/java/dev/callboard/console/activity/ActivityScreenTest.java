package dev.callboard.console.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callboard.TestShop;
import dev.callboard.audit.AuditExport;
import dev.callboard.audit.AuditTrail;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderLists;
import dev.callboard.parts.Theme;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketCodes;
import dev.callboard.tickets.Tickets;
import javafx.scene.input.KeyCode;

/** Activity in a real window over a real Postgres, by its keys. */
class ActivityScreenTest {
    private static final BusinessDay DAY = new BusinessDay(ZoneOffset.UTC, LocalTime.MIN);
    private final TestShop shop = new TestShop();
    private final TestWindow window = new TestWindow(Subscriptions.none(), false);
    private final List<String> travelled = new ArrayList<>();
    private ActivityModel model;
    private Order order;

    @BeforeEach
    void openWindow() {
        shop.receive("HOS-25M-G", 7);
        order = shop.reserve("Niamh Gallagher", new StockLine("HOS-25M-G", 1));
        shop.cancellations.cancelOrder(order.uuid(), "asked at the counter");
        AuditTrail trail = new AuditTrail(shop.database);
        ActivityServices services = new ActivityServices(trail, new AuditExport(trail), shop.orders,
                new OrderLists(shop.database, DAY), new TicketCodes(shop.database, DAY));
        model = new ActivityModel(window.around(), services);
        window.open(
                List.of(new ScreenPlace("activity", "fth-activity", 6, overlay -> new ActivityScreen(window.around(),
                        model, (place, what) -> travelled.add(place + " " + what)))),
                Theme.LIGHT);
        awaitRows(3);
    }

    @AfterEach
    void closeWindow() {
        window.close();
        shop.close();
    }

    @Test
    void showsBeforeAndAfterOfTheNewestEntry() {
        window.awaitShown("− state: \"RESERVED\"");
        window.awaitShown("+ state: \"CANCELLED\"");
        window.press(KeyCode.ENTER);
        assertThat(travelled).containsExactly("orders " + order.number());
    }

    @Test
    void findsByAnOrdersNumberWhichNoEntryContains() {
        window.press(KeyCode.SLASH);
        window.type(String.valueOf(order.number()));
        awaitRows(2);
        window.press(KeyCode.ESCAPE);
        awaitRows(3);
    }

    @Test
    void namesATicketByItsCodeAndFindsItByThat() {
        new Queues(shop.database, DAY, Signals.none()).add("A", "Click & Collect");
        Ticket ticket = new Tickets(shop.database, DAY, Signals.none())
                .join(new JoinRequest("A", null, 0, null, null));
        window.readAgain();
        await().until(() -> window.shows("ticket " + ticket.code()));
        assertThat(window.shows(ticket.id().toString())).isFalse();
        window.picture("activity-ticket-light");
        window.press(KeyCode.SLASH);
        window.type(ticket.code().toLowerCase(Locale.ROOT));
        awaitRows(1);
    }

    @Test
    void exportsWhatMatches(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("activity.csv");
        window.look(() -> {
            model.search("why:asked");
            model.export(file);
            return null;
        });
        window.awaitShown("1 entry written to " + file + ".");
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    private void awaitRows(int count) {
        await().atMost(Duration.ofSeconds(20)).until(() -> window.look(() -> model.rows().size()) == count);
    }
}
