package dev.callboard.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

import dev.callboard.TestServers;
import dev.callboard.app.Pictures;
import dev.callboard.console.Fx;
import dev.callboard.live.Signals;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Faults;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Unavailable;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.KioskSights;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;

import javafx.stage.Stage;

/** The kiosk in a real window over a real Postgres, by touches. */
class KioskScreenTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final BusinessDay DAY = new BusinessDay(ZONE, LocalTime.of(4, 0));
    private final Database database = Database.open(TestServers.newDatabase(), 8);
    private final Tickets tickets = new Tickets(database, DAY, Signals.none());
    private final Queues queues = new Queues(database, DAY, Signals.none());
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final FxRobot robot = new FxRobot();
    private final List<String> keys = new ArrayList<>();
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final AtomicLong skipped = new AtomicLong();
    private volatile boolean silent;
    private KioskModel model;
    private KioskWindow window;
    private Stage stage;

    @BeforeEach
    void open() {
        queues.add("A", "Click & Collect");
        queues.add("B", "Service desk");
        queues.add("D", "Paint mixing");
        queues.set("D", QueueState.PAUSED, "back at about 14:15");
        for (int visitor = 0; visitor < 3; visitor++) {
            tickets.join(JoinRequest.of("A"));
        }
        KioskPlace place = new KioskPlace("Quayside Home & Hardware",
                List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"), Locale.of("pl")), ZONE,
                Optional.of(LocalTime.of(9, 0)), Optional.of(URI.create("https://queue.quayside.example")), 4);
        KioskServices shop = new KioskServices(this::read, this::join);
        window = Fx.on(() -> {
            model = new KioskModel(place,
                    new KioskSurroundings(
                            ShopClock.held(() -> Instant.EPOCH.plusNanos(System.nanoTime() + skipped.get())),
                            new Faults(Fx.THREAD, new Texts(Locale.UK)), Fx.THREAD, background, Subscriptions.none()),
                    shop);
            KioskWindow built = new KioskWindow(model);
            model.open();
            stage = new Stage();
            stage.setScene(built.scene());
            stage.setWidth(540);
            stage.setHeight(960);
            stage.show();
            return built;
        });
    }

    private KioskSight read() {
        if (silent) {
            throw new Unavailable(Unavailable.Service.POSTGRES, "no answer", null);
        }
        return new KioskSights(database, DAY).read();
    }

    private Ticket join(JoinRequest request) {
        keys.add(request.key());
        Ticket ticket = tickets.join(request);
        if (lostAnswers.getAndDecrement() > 0) {
            throw new Unavailable(Unavailable.Service.POSTGRES, "the answer was lost", null);
        }
        return ticket;
    }

    @AfterEach
    void close() {
        Fx.on(() -> {
            window.close();
            stage.close();
            return null;
        });
        background.shutdown();
        database.close();
    }

    @Test
    @Tag("T09")
    void oneTouchIsOneTicketHoweverOftenItIsPressed() {
        awaitShown("3 waiting");
        picture("kiosk-start-light");
        Fx.on(() -> {
            model.choose("A");
            model.choose("A");
            model.choose("A");
            return null;
        });
        awaitShown("You are in line.");
        picture("kiosk-ticket-light");
        assertThat(shows("A-004")).isTrue();
        assertThat(shows("4th")).isTrue();
        assertThat(tickets.list("A", Set.of(TicketState.WAITING), null)).hasSize(4);
        robot.clickOn("Done");
        awaitShown("How can we help?");
    }

    @Test
    @Tag("T09")
    void aLostAnswerIsAskedForAgainWithTheSameKey() {
        awaitShown("3 waiting");
        lostAnswers.set(1);
        robot.clickOn("#service-B");
        Awaitility.await().until(() -> keys.size() == 1 && Fx.on(() -> model.joiningProperty().get()) == null);
        awaitShown("How can we help?");
        robot.clickOn("#service-B");
        awaitShown("You are in line.");
        assertThat(keys).hasSize(2).containsOnly(keys.getFirst());
        assertThat(shows("B-001")).isTrue();
        assertThat(tickets.list("B", Set.of(), null)).hasSize(1);
    }

    @Test
    void priorityIsForOneTicketAndLanguageUntilTheVisitorHasGone() {
        awaitShown("3 waiting");
        robot.clickOn("Deutsch");
        awaitShown("Wie können wir helfen?");
        Fx.on(() -> {
            model.priorityProperty().set(true);
            return null;
        });
        robot.clickOn("#service-A");
        awaitShown("mit Vorrang");
        assertThat(tickets.nextUp(List.of("A"), 1).getFirst().ticket().code()).isEqualTo("A-004");
        skipped.addAndGet(Duration.ofSeconds(31).toNanos());
        awaitShown("How can we help?");
        assertThat(Fx.on(() -> model.priorityProperty().get())).isFalse();
    }

    @Test
    void asksFirstWhereManyWait() {
        tickets.join(JoinRequest.of("A"));
        awaitShown("4 waiting");
        robot.clickOn("#service-A");
        awaitShown("Many people wait. Take a number?");
        assertThat(keys).isEmpty();
        robot.clickOn("Take a number");
        awaitShown("You are in line.");
    }

    @Test
    void moreTimeAddsHalfAMinute() {
        awaitShown("3 waiting");
        robot.clickOn("#service-A");
        awaitShown("You are in line.");
        robot.clickOn("More time");
        assertThat(Fx.on(() -> model.secondsLeftProperty().get())).isBetween(55L, 60L);
    }

    @Test
    void aClosedShopSaysWhenItOpens() {
        queues.set("A", QueueState.CLOSED, null);
        queues.set("B", QueueState.LOCKED, null);
        awaitShown("No more numbers today");
        queues.set("B", QueueState.CLOSED, null);
        queues.set("D", QueueState.CLOSED, null);
        Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> shows("Opens today at 09:00") || shows("Opens again tomorrow at 09:00"));
    }

    @Test
    @Tag("L02")
    void givesNoNumbersWhileTheServersAreSilent() {
        awaitShown("3 waiting");
        silent = true;
        Fx.on(() -> {
            model.readNow();
            return null;
        });
        awaitShown("Numbers cannot be given just now.");
        silent = false;
        awaitShown("How can we help?");
    }

    private void awaitShown(String text) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> shows(text));
    }

    private boolean shows(String text) {
        return Fx.on(() -> robot.lookup(text).tryQuery().isPresent());
    }

    private void picture(String name) {
        Fx.on(() -> {
            write(Path.of("target/screens", name + ".png"));
            return null;
        });
    }

    private void write(Path file) throws IOException {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        Pictures.write(window.scene().snapshot(null), file);
    }
}
