package dev.callboard.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.live.Subscriptions;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.OpeningHours;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.refusals.Unavailable;
import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.CallStatus;

/** The desk hears once of each call that it is on the wall, also where the first message got lost. */
@Tag("L04")
class CallReceiptsTest {
    private static final Texts TEXTS = new Texts(Locale.UK);
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final List<String> sent = new ArrayList<>();
    private boolean away;
    private final CallReceipts receipts = new CallReceipts(call -> send("shown ", call),
            call -> send("spoken ", call),
            new BoardSurroundings(TEXTS, new Formats(Locale.UK, ZONE, Currency.getInstance("EUR")),
                    new OpeningHours(TEXTS, ZONE), ShopClock.running(), new Faults(Runnable::run, TEXTS),
                    Runnable::run, Runnable::run, Subscriptions.none()));

    @Test
    void aLostReceiptIsSentAgainWithTheNextReadAndOnlyThen() {
        away = true;
        receipts.shown(call(42));
        receipts.spoken(call(42));
        away = false;
        receipts.shown(call(42));
        assertThat(sent).isEmpty();
        receipts.read(Set.of(42L));
        assertThat(sent).containsExactlyInAnyOrder("shown 42", "spoken 42");
        receipts.shown(call(42));
        receipts.read(Set.of(42L));
        assertThat(sent).hasSize(2);
    }

    @Test
    void whatHasLeftTheBoardIsForgotten() {
        receipts.shown(call(42));
        away = true;
        receipts.shown(call(43));
        away = false;
        receipts.read(Set.of());
        receipts.read(Set.of(42L, 43L));
        assertThat(sent).containsExactly("shown 42");
        receipts.shown(call(42));
        assertThat(sent).as("as for a call that comes back").hasSize(2);
    }

    private void send(String what, BoardCall call) {
        if (away) {
            throw new Unavailable(Unavailable.Service.POSTGRES, "no answer", null);
        }
        sent.add(what + call.announced());
    }

    private static BoardCall call(int number) {
        Instant at = Instant.parse("2026-11-20T13:00:00Z");
        return new BoardCall(number, UUID.randomUUID(), "A", "A", number, "Counter 3", at, number, at, null,
                CallStatus.CALLED);
    }
}
