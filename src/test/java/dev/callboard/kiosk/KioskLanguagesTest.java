package dev.callboard.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.app.Pictures;
import dev.callboard.console.Fx;
import dev.callboard.live.Subscriptions;
import dev.callboard.parts.ClippedTexts;
import dev.callboard.parts.Faults;
import dev.callboard.parts.LayoutFaults;
import dev.callboard.parts.PseudoLanguages;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.SilentControls;
import dev.callboard.parts.Texts;
import dev.callboard.settings.PinHash;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketEventKind;
import dev.callboard.tickets.TicketState;

import javafx.scene.Parent;

/**
 * No word of the kiosk is cut and nothing stands outside its place, in any language, nor in one whose words are 30 %
 * longer or run the other way.
 */
class KioskLanguagesTest {
    /** Of 4711, in so few rounds that tests need not wait for it. */
    private static final PinHash PIN = new PinHash(1_000, "000102030405060708090a0b0c0d0e0f",
            "b5bd6e88917e8c18c075e52eb8427bbc00f98d7308cd509c480e449242bbaac0");

    private static final Instant NOW = Instant.parse("2026-11-20T13:06:52Z");
    private static final List<Queue> QUEUES = List.of(queue("A", "Click & Collect", QueueState.OPEN),
            queue("B", "Service desk", QueueState.PAUSED), queue("C", "Returns", QueueState.LOCKED),
            queue("E", "Key cutting", QueueState.CLOSED));
    private static final KioskSight SIGHT = new KioskSight(NOW, QUEUES, Map.of("A", Duration.ofSeconds(225)), 4,
            Map.of("E", LocalTime.of(13, 0)));

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "pl", "en-XA", "ar-XB"})
    void everyPageShowsItsWordsWhole(String tag) throws IOException {
        PseudoLanguages.prepare();
        KioskPlace place = new KioskPlace("Kiosk 1", "Quayside Home & Hardware", List.of(Locale.forLanguageTag(tag)),
                ZoneId.of("Europe/Berlin"), Optional.empty(), Optional.of(URI.create("https://q.example")), 50,
                Optional.of(PIN));
        KioskModel model = Fx.on(() -> new KioskModel(place,
                new KioskSurroundings(ShopClock.held(() -> NOW), new Faults(Fx.THREAD, new Texts(Locale.UK)),
                        Fx.THREAD, Runnable::run, Subscriptions.none()),
                new KioskServices(() -> SIGHT, request -> ticket(), (queue, customer) -> Optional.empty())));
        KioskWindow window = Fx.on(() -> new KioskWindow(model));
        Fx.on(() -> {
            model.open();
            return null;
        });
        Awaitility.await().until(() -> Fx.on(() -> model.pageProperty().get() == KioskModel.Page.START));
        check(window, "kiosk-start-" + tag);
        Fx.on(() -> {
            model.askPin();
            return null;
        });
        check(window, "kiosk-pin-" + tag);
        Fx.on(() -> {
            model.back();
            return null;
        });
        Fx.on(() -> {
            model.choose("A");
            return null;
        });
        check(window, "kiosk-ticket-" + tag);
        Fx.on(() -> {
            window.close();
            return null;
        });
    }

    private static void check(KioskWindow window, String name) {
        Fx.on(() -> {
            Parent root = window.scene().getRoot();
            for (int pass = 0; pass < 3; pass++) {
                root.applyCss();
                root.layout();
            }
            Pictures.write(window.scene().snapshot(null), Path.of("target/screens", name + ".png"));
            assertThat(ClippedTexts.in(root)).as(name).isEmpty();
            assertThat(LayoutFaults.in(root)).as(name).isEmpty();
            assertThat(SilentControls.in(root)).as(name).isEmpty();
            return null;
        });
    }

    private static Queue queue(String code, String name, QueueState state) {
        return new Queue(code, name, state, null, "mina", NOW, 9, 0, 0, 0, NOW, Duration.ZERO,
                dev.callboard.tickets.CallingRule.USUAL);
    }

    private static Ticket ticket() {
        return new Ticket(UUID.randomUUID(), "A", LocalDate.of(2026, 11, 20), 51, "A", TicketState.WAITING, null, 1,
                null, null, NOW, null, null, null, null, 0, 0, TicketEventKind.JOINED, NOW, 10);
    }
}
