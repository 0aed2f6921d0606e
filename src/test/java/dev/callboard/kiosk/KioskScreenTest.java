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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;

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
import dev.callboard.parts.ClippedTexts;
import dev.callboard.parts.Faults;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Unavailable;
import dev.callboard.settings.PinHash;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.KioskSights;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;

import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;

/** The kiosk in a real window over a real Postgres, by touches. */
class KioskScreenTest {
    /** Of 4711, in so few rounds that tests need not wait for it. */
    private static final PinHash PIN = new PinHash(1_000, "000102030405060708090a0b0c0d0e0f",
            "b5bd6e88917e8c18c075e52eb8427bbc00f98d7308cd509c480e449242bbaac0");

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
        KioskPlace place = new KioskPlace("Kiosk 1", "Quayside Home & Hardware",
                List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("es"), Locale.of("pl")), ZONE,
                Optional.of(LocalTime.of(9, 0)), Optional.of(URI.create("https://queue.quayside.example")), 4,
                Optional.of(PIN));
        KioskServices shop = new KioskServices(this::read, this::join,
                new KioskSights(database, DAY)::held);
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
            model.onLeave(stage::close);
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
        Ticket ticket = tickets.placed(tickets.join(request));
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
        awaitShown("No answer. Press again.");
        picture("kiosk-no-answer");
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
            model.visitor().priorityProperty().set(true);
            return null;
        });
        robot.clickOn("#service-A");
        awaitShown("mit Vorrang");
        assertThat(tickets.nextUp(List.of("A"), 1).getFirst().ticket().code()).isEqualTo("A-004");
        skipped.addAndGet(Duration.ofSeconds(31).toNanos());
        awaitShown("How can we help?");
        assertThat(Fx.on(() -> model.visitor().priorityProperty().get())).isFalse();
    }

    @Test
    void saysWhyAServiceGivesNoNumbers() {
        queues.set("D", QueueState.LOCKED, "the mixer is broken");
        awaitShown("No more numbers today, the mixer is broken");
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
        awaitMoreThanHalfAMinute();
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

    @Test
    @Tag("T08")
    void aCustomerWithACardIsShownTheTicketTheyHaveAlready() {
        tickets.join(JoinRequest.of("A", "C-1184"));
        awaitShown("4 waiting");
        robot.write("C-1184", 0);
        robot.push(KeyCode.ENTER);
        awaitShown("Card C-1184 was read.");
        robot.clickOn("#service-A");
        awaitShown("Many people wait. Take a number?");
        robot.clickOn("Take a number");
        awaitShown("You are already in line.");
        assertThat(shows("A-004")).isTrue();
        assertThat(tickets.list("A", Set.of(TicketState.WAITING), null)).hasSize(4);
        robot.clickOn("Done");
        awaitShown("How can we help?");
        robot.clickOn("#service-B");
        awaitShown("You are in line.");
        assertThat(tickets.list("B", Set.of(), null).getFirst().customer()).as("the card is forgotten").isNull();
    }

    @Test
    void onlyTheHeldMarkAndTheRightPinLeadOut() {
        awaitShown("3 waiting");
        robot.clickOn(".mark");
        assertThat(shows("PIN of the staff")).isFalse();
        robot.moveTo(".mark").press(MouseButton.PRIMARY);
        awaitShown("PIN of the staff");
        robot.release(MouseButton.PRIMARY);
        for (String digit : List.of("1", "2", "3", "4")) {
            robot.clickOn("#digit-" + digit);
        }
        robot.push(KeyCode.ENTER);
        awaitShown("That was not it.");
        assertThat(Fx.on(() -> stage.isShowing())).isTrue();
        robot.write("4711", 0);
        robot.push(KeyCode.ENTER);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !Fx.on(() -> stage.isShowing()));
    }

    @Test
    void fiveWrongPinsMakeAMinutesPauseEvenForTheRightOne() {
        awaitShown("3 waiting");
        Fx.on(() -> {
            model.askPin();
            return null;
        });
        for (int attempt = 0; attempt < 5; attempt++) {
            robot.write("0000", 0);
            robot.push(KeyCode.ENTER);
            awaitShown(attempt < 4 ? "That was not it." : "Five wrong ones: wait a minute.");
        }
        robot.write("4711", 0);
        robot.push(KeyCode.ENTER);
        awaitShown("Five wrong ones: wait a minute.");
        assertThat(Fx.on(() -> stage.isShowing())).isTrue();
        skipped.addAndGet(Duration.ofSeconds(61).toNanos());
        awaitShown("How can we help?");
        Fx.on(() -> {
            model.askPin();
            return null;
        });
        awaitShown("PIN of the staff");
        robot.write("4711", 0);
        Awaitility.await().until(() -> Fx.on(() -> model.pin().lengthProperty().get()) == 4);
        robot.push(KeyCode.ENTER);
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !Fx.on(() -> stage.isShowing()));
    }

    @Test
    void theCodeOnTheTicketLeadsAPhoneToThatTicket() {
        awaitShown("3 waiting");
        robot.clickOn("#service-A");
        awaitShown("You are in line.");
        Ticket ticket = tickets.list("A", Set.of(TicketState.WAITING), null).getLast();
        Awaitility.await().atMost(Duration.ofSeconds(10)).ignoreException(NotFoundException.class).until(
                this::readByAPhone, ("https://queue.quayside.example/tickets/" + ticket.id())::equals);
    }

    /** Looks at the kiosk in the size in which it stands in the shop, not at this small window. */
    private String readByAPhone() throws NotFoundException {
        WritableImage picture = Fx.on(() -> {
            SnapshotParameters whole = new SnapshotParameters();
            whole.setTransform(new Scale(2, 2));
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return window.scene().getRoot().snapshot(whole, null);
        });
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new MultiFormatReader().decode(
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))),
                Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.POSSIBLE_FORMATS,
                        List.of(BarcodeFormat.QR_CODE)))
                .getText();
    }

    @Test
    void manyServicesStandInTwoColumnsAndThirteenInGroups() {
        List.of("E", "F", "G").forEach(code -> queues.add(code, "Desk " + code));
        awaitShown("Desk G");
        assertThat(Fx.on(() -> robot.lookup(".columns").tryQuery().isPresent())).isTrue();
        picture("kiosk-two-columns");
        "HIJKLMN".chars().forEach(code -> queues.add(String.valueOf((char) code), "Keys: kind " + (char) code));
        awaitShown("7 services, 0 waiting");
        picture("kiosk-groups");
        assertThat(shows("Paint mixing")).isFalse();
        robot.clickOn("Keys");
        awaitShown("Keys: kind N");
        robot.clickOn("All services");
        awaitShown("7 services, 0 waiting");
        robot.clickOn("Keys");
        awaitShown("Keys: kind N");
        robot.clickOn("#service-K");
        awaitShown("K-001");
    }

    @Test
    void largerTextHoldsUntilTheTicketIsTaken() {
        awaitShown("3 waiting");
        robot.clickOn("Larger text");
        picture("kiosk-larger");
        assertThat(Fx.on(() -> ClippedTexts.in(window.scene().getRoot()))).isEmpty();
        robot.clickOn("#service-A");
        awaitShown("You are in line.");
        awaitMoreThanHalfAMinute();
        picture("kiosk-larger-ticket");
        robot.clickOn("Done");
        awaitShown("How can we help?");
        assertThat(Fx.on(() -> model.visitor().largerProperty().get())).isFalse();
    }

    /** More than a ticket has without larger text or more time, however long this machine took so far. */
    private void awaitMoreThanHalfAMinute() {
        Awaitility.await().until(() -> Fx.on(() -> model.ticket().countdown().secondsLeftProperty().get()) > 30);
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
