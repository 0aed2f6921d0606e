package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;

/** What a wall screen reads of calls under the visitors' own login, and what the desk hears back. */
class BoardsTest {
    private final TicketShop shop = new TicketShop(4, "2026-11-20T13:00:00Z");
    private final Database kiosk = Database.open(TestServers.addressFor(shop.address, "callboard_kiosk"), 2);
    private final Boards boards = new Boards(shop.database, TicketShop.DAY, Signals.none());

    @AfterEach
    void close() {
        kiosk.close();
        shop.close();
    }

    @Test
    @Tag("L04")
    void everyCallIsReadAlsoTwoOfTheSameMoment() {
        shop.join("A");
        shop.join("A");
        shop.call("Counter 1");
        shop.call("Counter 2");
        assertThat(boards.sight(List.of("A")).calls()).extracting(BoardCall::code, BoardCall::counter,
                BoardCall::status).containsExactly(
                        tuple("A-001", "Counter 1", CallStatus.CALLED),
                        tuple("A-002", "Counter 2", CallStatus.CALLED));
    }

    @Test
    @Tag("T17")
    void aCallThatIsUndoneReadsAsWithdrawnAndTheNextOneAsItsOwn() {
        shop.join("A");
        Ticket called = shop.call("Counter 1");
        shop.pass(Duration.ofSeconds(5));
        shop.tickets.undo(called.id(), LeaseToken.none(), TicketShop.MINUTE);
        shop.call("Counter 2");
        assertThat(boards.sight(List.of("A")).calls()).extracting(BoardCall::status, BoardCall::counter)
                .containsExactly(tuple(CallStatus.WITHDRAWN, "Counter 1"),
                        tuple(CallStatus.CALLED, "Counter 2"));
    }

    @Test
    void aRecallIsTheSameCallAnnouncedAnew() {
        shop.join("A");
        Ticket called = shop.call("Counter 1");
        shop.pass(Duration.ofSeconds(10));
        shop.tickets.recall(called.id(), LeaseToken.none());
        List<BoardCall> calls = boards.sight(List.of("A")).calls();
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().announced()).isGreaterThan(calls.getFirst().id());
        assertThat(calls.getFirst().announcedAt()).isEqualTo(calls.getFirst().at().plusSeconds(10));
    }

    @Test
    void theDeskReadsWhichScreensHaveShownAndSpokenTheLatestCall() {
        shop.join("A");
        Ticket called = shop.call("Counter 1");
        BoardCall call = boards.sight(List.of("A")).calls().getFirst();
        boards.present("Entrance", List.of("A"));
        boards.present("Hall", List.of("A", "B"));
        boards.present("Elsewhere", List.of("B"));
        boards.shown("Hall", call);
        boards.spoken("Hall", call);
        List<ScreenReceipt> receipts = boards.receipts(called.id());
        assertThat(receipts).extracting(ScreenReceipt::screen).containsExactly("Entrance", "Hall");
        assertThat(receipts.getFirst().shownAt()).isNull();
        assertThat(receipts.getLast().spokenAt()).isEqualTo(shop.clock.get());
        shop.tickets.recall(called.id(), LeaseToken.none());
        assertThat(boards.receipts(called.id())).extracting(ScreenReceipt::shownAt).containsOnlyNulls();
    }

    @Test
    @Tag("L08")
    void theVisitorsLoginReadsCallsAndSendsReceiptsButSeesNoCustomer() {
        shop.clock.set(null);
        shop.join("A", "Clara Doyle");
        shop.call("Counter 1");
        Boards own = new Boards(kiosk, TicketShop.DAY, Signals.none());
        own.present("Entrance", List.of("A"));
        BoardSight sight = own.sight(List.of("A"));
        own.shown("Entrance", sight.calls().getFirst());
        assertThat(sight.calls()).hasSize(1);
        assertThat(sight.toString()).doesNotContain("Doyle");
    }
}
