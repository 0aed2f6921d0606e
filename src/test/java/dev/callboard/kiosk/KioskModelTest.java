package dev.callboard.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Faults;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.refusals.Unavailable;
import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketEventKind;
import dev.callboard.tickets.TicketState;

/** What a visitor meets whose number got lost on its way, and what the next one meets. */
class KioskModelTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Queue COLLECT = new Queue("A", "Click & Collect", QueueState.OPEN, null, "mina", NOON, 0, 0, 0,
            0, NOON, Duration.ZERO, CallingRule.USUAL);

    private final ExecutorService screen = Executors.newSingleThreadExecutor();
    private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
    private final AtomicInteger lostAnswers = new AtomicInteger();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private volatile Duration answerTakes = Duration.ZERO;
    private KioskModel model;

    @BeforeEach
    void open() {
        KioskPlace place = new KioskPlace("Kiosk 1", "Quayside", List.of(Locale.ENGLISH), ZoneId.of("Europe/Berlin"),
                Optional.empty(), Optional.empty(), 50, Optional.empty());
        model = on(() -> new KioskModel(place,
                new KioskSurroundings(ShopClock.held(time::get), new Faults(screen, new Texts(Locale.UK)), screen,
                        Runnable::run, Subscriptions.none()),
                new KioskServices(
                        () -> new KioskSight(time.get(), List.of(COLLECT), Map.of(), 1, Map.of()), this::join,
                        (queue, customer) -> Optional.empty())));
        on(() -> {
            model.open();
            return null;
        });
        awaitPage(KioskModel.Page.START);
    }

    @AfterEach
    void close() {
        on(() -> {
            model.close();
            return null;
        });
        screen.shutdown();
    }

    @Test
    @Tag("T09")
    void theSameVisitorAsksAgainForTheTicketThatWasLost() {
        lostAnswers.set(1);
        press();
        awaitSaid("no_answer");
        assertThat(on(() -> model.pageProperty().get())).isEqualTo(KioskModel.Page.START);
        press();
        awaitPage(KioskModel.Page.TICKET);
        assertThat(keys).hasSize(2).containsOnly(keys.getFirst());
        assertThat(on(() -> model.join().refusedProperty().get())).isNull();
    }

    @Test
    @Tag("T09")
    void theNextVisitorGetsATicketOfTheirOwn() {
        lostAnswers.set(1);
        press();
        awaitSaid("no_answer");
        pass(Duration.ofSeconds(31));
        awaitSaid(null);
        press();
        awaitPage(KioskModel.Page.TICKET);
        assertThat(keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void silenceIsToldAlsoToOneWhoWaitedLongForIt() {
        lostAnswers.set(1);
        answerTakes = Duration.ofSeconds(60);
        press();
        awaitSaid("no_answer");
        pass(Duration.ofSeconds(5));
        assertThat(on(() -> model.join().refusedProperty().get())).isEqualTo("no_answer");
    }

    @Test
    void aTicketStaysTwiceAsLongWhereAScreenReaderSpeaks() {
        on(() -> {
            model.readAloud(true);
            return null;
        });
        press();
        awaitPage(KioskModel.Page.TICKET);
        pass(Duration.ofSeconds(59));
        assertThat(on(() -> model.pageProperty().get())).isEqualTo(KioskModel.Page.TICKET);
        pass(Duration.ofSeconds(1));
        assertThat(on(() -> model.ticket().drawnProperty().get())).isNull();
    }

    private Ticket join(JoinRequest request) {
        keys.add(request.key());
        time.getAndUpdate(now -> now.plus(answerTakes));
        if (lostAnswers.getAndDecrement() > 0) {
            throw new Unavailable(Unavailable.Service.POSTGRES, "the answer was lost", null);
        }
        return new Ticket(UUID.randomUUID(), "A", LocalDate.of(2026, 11, 20), 51, "A", TicketState.WAITING, null, 1,
                null, null, NOON, null, null, null, null, 0, 0, TicketEventKind.JOINED, NOON, 10);
    }

    /** As soon as the services are there to be pressed. */
    private void press() {
        awaitPage(KioskModel.Page.START);
        on(() -> {
            model.choose("A");
            return null;
        });
    }

    private void pass(Duration span) {
        time.getAndUpdate(now -> now.plus(span));
        on(() -> {
            model.readNow();
            model.tick();
            return null;
        });
    }

    private void awaitPage(KioskModel.Page page) {
        Awaitility.await().until(() -> on(() -> model.pageProperty().get()) == page);
    }

    private void awaitSaid(String code) {
        Awaitility.await().untilAsserted(
                () -> assertThat(on(() -> model.join().refusedProperty().get())).isEqualTo(code));
    }

    private <T> T on(Callable<T> act) {
        try {
            return screen.submit(act).get();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
