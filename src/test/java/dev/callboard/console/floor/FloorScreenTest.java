package dev.callboard.console.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.console.ScreenPlace;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Theme;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.CounterMessages;
import dev.callboard.tickets.CounterPlaces;
import dev.callboard.tickets.CounterSights;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.FloorCauses;
import dev.callboard.tickets.FloorSights;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.QueueRules;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.OpenAlerts;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** The Floor in a real window over a real Postgres, by its keys. */
class FloorScreenTest {
    private static final BusinessDay DAY = new BusinessDay(ZoneId.of("Europe/Berlin"), LocalTime.MIN);
    private final PostgresAddress address = TestServers.newDatabase();
    private final Database database = Database.open(address, 8);
    private final Queues queues = new Queues(database, DAY, Signals.none());
    private final Tickets tickets = new Tickets(database, DAY, Signals.none());
    private final CounterPlaces places = new CounterPlaces(database, Signals.none());
    private final QueueRules rules = new QueueRules(database, Signals.none());
    private final OpenAlerts alerts = new OpenAlerts(database, DAY);
    private final List<String> travelled = new ArrayList<>();
    private final TestWindow window = new TestWindow(Subscriptions.none(), false);
    private FloorModel model;

    @BeforeEach
    void openWindow() {
        queues.add("A", "Click & Collect");
        queues.add("B", "Service desk");
        for (int visitor = 0; visitor < 3; visitor++) {
            tickets.join(JoinRequest.of("A"));
        }
        Ticket served = tickets.join(JoinRequest.of("A"));
        tickets.call(served.id(), "Counter 1", LeaseToken.none(), "test");
        tickets.serve(served.id(), LeaseToken.none());
        tickets.complete(served.id(), LeaseToken.none());
        new Counters(database, Duration.ofMinutes(5)).lease("Counter 1");
        FloorServices shop = new FloorServices(new FloorSights(database, DAY), alerts,
                new FloorServices.Commands(queues, rules, places, new CounterMessages(database, Signals.none()),
                        tickets),
                new FloorCauses(Duration.ofMinutes(5), Duration.ofMinutes(10)));
        window.open(List.of(new ScreenPlace("floor", "fth-grid", 2, overlay -> new FloorScreen(window.around(),
                model = new FloorModel(window.around(), shop), overlay,
                (place, what) -> travelled.add(place + " " + what)))),
                Theme.LIGHT);
        window.awaitShown("Service desk");
    }

    @AfterEach
    void closeWindow() {
        window.close();
        database.close();
    }

    @Test
    @Tag("T10")
    void pausesAQueueByKeysWithAReasonAndTakesTheAlertOn() {
        window.press(KeyCode.ALT, KeyCode.A);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.ENTER);
        window.awaitShown("Pause queue A");
        window.type("till is down");
        window.press(KeyCode.ENTER);
        await().until(() -> queues.find("A").orElseThrow().state() == QueueState.PAUSED);
        await().until(() -> window.shows("Click & Collect is paused for"));
        assertThat(window.shows("till is down, for")).isTrue();
        window.picture("floor-paused-light");
        window.press(KeyCode.G);
        await().until(() -> window.shows("1 handled today"));
        assertThat(window.shows("Click & Collect is paused for")).isFalse();
        assertThat(alerts.read().handled()).singleElement()
                .satisfies(handled -> assertThat(handled.by()).isEqualTo(address.user()));
    }

    @Test
    void anAlertEndsWithItsCauseAndItsButtonMendsIt() {
        queues.set("A", QueueState.PAUSED, "lunch");
        window.press(KeyCode.F5);
        await().until(() -> window.shows("is paused for"));
        window.press(KeyCode.L);
        window.press(KeyCode.ENTER);
        await().until(() -> queues.find("A").orElseThrow().state() == QueueState.OPEN);
        await().until(() -> window.shows("Nothing needs you"));
        assertThat(alerts.read().handled()).as("nobody had to take it on").isEmpty();
    }

    @Test
    void choosesWhatACounterServes() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.awaitShown("Queues called at this counter");
        window.press(KeyCode.DIGIT1);
        window.press(KeyCode.ENTER);
        await().until(() -> places.served("Counter 1").equals(java.util.Optional.of(List.of("B"))));
        await().until(() -> window.shows("No counter serves Click & Collect"));
    }

    @Test
    void freesACounterThatNobodySitsAt() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.awaitShown("Free the counter");
        window.click("#freeReason");
        assertThat(window.robot().lookup("#free .key").tryQuery()).as("says that Enter means it").isPresent();
        window.press(KeyCode.ENTER);
        window.type("went home");
        window.press(KeyCode.ENTER);
        await().until(() -> window.shows("CLOSED"));
        assertThat(new Counters(database, Duration.ofMinutes(1)).list().getFirst().holder()).isNull();
        assertThat(places.served("Counter 1")).as("Enter in the reason chose no queues").isEmpty();
    }

    @Test
    void writesALineToACounter() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.awaitShown("Queues called at this counter");
        window.click("#message");
        window.type("Please take Returns as well");
        window.press(KeyCode.ENTER);
        CounterSights sights = new CounterSights(database, DAY);
        await().until(() -> sights.of("Counter 1", List.of(), Duration.ofMinutes(1)).message() != null);
        assertThat(sights.of("Counter 1", List.of(), Duration.ofMinutes(1)).message().words())
                .isEqualTo("Please take Returns as well");
        assertThat(places.served("Counter 1")).as("Enter in the message chose no queues").isEmpty();
    }

    @Test
    void tabStaysInAnOpenQuestion() {
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.awaitShown("Queues called at this counter");
        for (int stop = 0; stop < 9; stop++) {
            window.press(KeyCode.TAB);
            assertThat(window.<Boolean>look(() -> {
                Node question = window.robot().lookup(".popover").query();
                return Stream.iterate(question.getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
                        .anyMatch(question::equals);
            })).as("Tab " + stop).isTrue();
        }
    }

    @Test
    void showsWhoWaitsAndTheDaysFigures() {
        await().until(() -> window.shows("0 called   0 serving   0 held"));
        window.press(KeyCode.ALT, KeyCode.A);
        window.press(KeyCode.ENTER);
        window.awaitShown("A-003");
        window.press(KeyCode.ESCAPE);
        await().until(() -> !window.shows("A-003"));
        assertThat(window.<String>look(() -> window.robot().lookup(".figure-line").query().getAccessibleText()))
                .isEqualTo("4 tickets today    3 waiting");
        window.picture("floor-light");
    }

    @Test
    void inANarrowWindowTheAlertsAreBehindTheirCount() {
        queues.set("A", QueueState.PAUSED, "lunch");
        window.press(KeyCode.F5);
        await().until(() -> window.shows("is paused for"));
        window.look(() -> {
            window.robot().listWindows().forEach(each -> {
                each.setWidth(1180);
                each.setHeight(720);
            });
            return null;
        });
        await().until(() -> !window.look(() -> window.robot().lookup(".floor-alerts").query().isVisible()));
        window.picture("floor-narrow-light");
        window.press(KeyCode.L);
        await().until(() -> window.look(() -> window.robot().lookup(".floor-alerts").query().isVisible()));
        window.picture("floor-drawer-light");
    }

    @Test
    void changesWhatAQueueAimsFor() {
        window.press(KeyCode.ALT, KeyCode.B);
        window.press(KeyCode.SHIFT, KeyCode.F10);
        window.click("#floor-menu-rule");
        window.type("7");
        window.click("#ruleOpens");
        window.type("09:00");
        window.press(KeyCode.ENTER);
        assertThat(rules.list().get("B").target()).as("hours are both or neither").isNull();
        window.click("#ruleCloses");
        window.type("18:00");
        CallingRule meanwhile = new CallingRule(Duration.ofMinutes(45), 5);
        queues.setRule("B", meanwhile);
        window.press(KeyCode.ENTER);
        await().until(() -> Duration.ofMinutes(7).equals(rules.list().get("B").target()));
        assertThat(rules.list().get("B").closes()).isEqualTo(LocalTime.of(18, 0));
        await().until(() -> window.look(() -> model.commands().inFlightProperty().get() == null));
        assertThat(rule()).as("what somebody else decided stays").isEqualTo(meanwhile);
    }

    @Test
    void changesInWhichOrderAQueueIsCalled() {
        window.press(KeyCode.ALT, KeyCode.B);
        window.press(KeyCode.SHIFT, KeyCode.F10);
        window.click("#floor-menu-rule");
        window.robot().doubleClickOn("#ruleAge");
        window.type("15");
        window.robot().doubleClickOn("#rulePriority");
        window.type("101");
        window.press(KeyCode.ENTER);
        assertThat(rule()).as("at most a hundred go before").isEqualTo(CallingRule.USUAL);
        window.robot().doubleClickOn("#rulePriority");
        window.type("3");
        window.press(KeyCode.ENTER);
        await().until(() -> rule().equals(new CallingRule(Duration.ofMinutes(15), 3)));
    }

    private CallingRule rule() {
        return queues.find("B").orElseThrow().rule();
    }
}
