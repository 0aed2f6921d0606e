package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;

@Tag("T17")
class UndoTest {
    private static final LeaseToken NONE = LeaseToken.none();

    private final TicketShop shop = new TicketShop(8, "2026-03-02T10:00:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everyActCanBeTakenBack() {
        List<UnaryOperator<Ticket>> life = List.of(
                ticket -> shop.tickets.hold(ticket.id(), NONE, TicketShop.MINUTE, null),
                ticket -> shop.tickets.resume(ticket.id()),
                ticket -> shop.tickets.call(ticket.id(), "K1", NONE, "test"),
                ticket -> shop.tickets.recall(ticket.id(), NONE),
                ticket -> shop.tickets.noShow(ticket.id(), NONE), ticket -> shop.tickets.resume(ticket.id()),
                ticket -> shop.tickets.transfer(ticket.id(), NONE, "B", TransferPlace.FRONT, null),
                ticket -> shop.tickets.call(ticket.id(), "K1", NONE, "test"),
                ticket -> shop.tickets.serve(ticket.id(), NONE), ticket -> shop.tickets.complete(ticket.id(), NONE));
        Ticket ticket = shop.join("A");
        for (UnaryOperator<Ticket> act : life) {
            Ticket before = ticket;
            shop.pass(Duration.ofSeconds(1));
            ticket = act.apply(before);
            shop.pass(Duration.ofSeconds(1));
            Ticket undone = undo(ticket.id());
            assertThat(undone).usingRecursiveComparison().ignoringFields("lastKind", "lastAt").isEqualTo(before);
            ticket = act.apply(undone);
        }
        assertThat(ticket.state()).isEqualTo(TicketState.COMPLETED);
        assertThat(shop.count("ticket_event where kind = 'UNDONE' and reverts is not null")).isEqualTo(life.size());
    }

    @Test
    void onlyWithinItsWindowAndOnlyOnce() {
        UUID id = shop.join("A").id();
        assertRefused("nothing_to_undo", () -> undo(id));
        shop.call("K1");
        shop.pass(Duration.ofSeconds(61));
        assertRefused("undo_too_late", () -> undo(id));
        shop.tickets.serve(id, NONE);
        assertThat(undo(id).state()).isEqualTo(TicketState.CALLED);
        assertRefused("nothing_to_undo", () -> undo(id));
        assertRefused("not_found", () -> undo(UUID.randomUUID()));
    }

    @Test
    void notWhenAnythingHappenedSince() {
        UUID id = shop.join("A").id();
        shop.call("K1");
        TicketEvent seen = shop.tickets.events(id).getLast();
        shop.tickets.serve(id, NONE);
        assertRefused("wrong_state", () -> shop.tickets.undo(seen, NONE, TicketShop.MINUTE));
        assertThat(shop.tickets.find(id).orElseThrow().state()).isEqualTo(TicketState.SERVING);
    }

    @Test
    void notWhenTheCounterIsTaken() {
        UUID first = shop.join("A").id();
        shop.join("A");
        shop.call("K1");
        shop.tickets.noShow(first, NONE);
        shop.call("K1");
        assertRefused("counter_busy", () -> undo(first));
    }

    @Test
    @Tag("T08")
    @Tag("E9")
    void notWhenTheCustomerHasAnotherTicketByNow() {
        UUID first = shop.join("A", "c-1").id();
        shop.call("K1");
        shop.tickets.noShow(first, NONE);
        shop.join("A", "c-1");
        assertRefused("already_waiting", () -> undo(first));
        assertRefused("already_waiting", () -> shop.tickets.resume(first));
    }

    @Test
    void twoAtOnceTakeItBackOnce() {
        UUID id = shop.join("A").id();
        shop.call("K1");
        AtOnce<Ticket> race = AtOnce.run(4, index -> undo(id));
        assertThat(race.done()).hasSize(1);
        assertThat(shop.count("ticket_event where kind = 'UNDONE'")).isEqualTo(1);
        assertThat(shop.tickets.atCounter("K1")).isEmpty();
    }

    private Ticket undo(UUID id) {
        return shop.tickets.undo(id, NONE, TicketShop.MINUTE);
    }
}
