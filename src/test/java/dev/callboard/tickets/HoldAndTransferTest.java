package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;

@Tag("T16")
class HoldAndTransferTest {
    private static final LeaseToken NONE = LeaseToken.none();

    private final TicketShop shop = new TicketShop(4, "2026-03-02T10:00:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aHoldEndsByItselfAtTheOldPlace() {
        Ticket first = shop.join("A");
        shop.pass(TicketShop.MINUTE);
        shop.join("A");
        shop.call("K1");
        assertThat(shop.tickets.hold(first.id(), NONE, TicketShop.MINUTE, "forgot the papers").counter()).isNull();
        assertThat(shop.tickets.releaseHeld()).isZero();
        shop.pass(TicketShop.MINUTE);
        assertThat(AtOnce.run(2, index -> shop.tickets.releaseHeld()).done()).containsExactlyInAnyOrder(0, 1);
        assertThat(shop.now(first)).returns(TicketState.WAITING, Ticket::state).returns(1, Ticket::position);
        assertThat(shop.tickets.events(first.id()).getLast().duty()).isEqualTo("tickets");
    }

    @Test
    void aTransferKeepsCodeAndArrivalAndStandsWhereItWasPut() {
        Ticket old = shop.join("A");
        Ticket inFront = shop.join("A");
        Ticket atEnd = shop.join("A");
        shop.pass(TicketShop.MINUTE);
        Ticket urgent = shop.tickets.join(new JoinRequest("B", null, 1, null, null));
        Ticket there = shop.join("B");
        shop.pass(TicketShop.MINUTE);
        Ticket moved = shop.tickets.transfer(old.id(), NONE, "B", TransferPlace.BY_ARRIVAL, null);
        shop.tickets.transfer(atEnd.id(), NONE, "B", TransferPlace.END, null);
        shop.tickets.transfer(inFront.id(), NONE, "B", TransferPlace.FRONT, null);

        assertThat(moved.code()).isEqualTo("A-001");
        assertThat(moved.joinedAt()).isEqualTo(old.joinedAt());
        assertThat(shop.tickets.list("B", Set.of(), null)).extracting(Ticket::id)
                .containsExactly(inFront.id(), urgent.id(), old.id(), there.id(), atEnd.id());
        assertThat(shop.queues.find("A").orElseThrow().waiting()).isZero();
    }

    @Test
    @Tag("T08")
    void noTransferMakesASecondOpenTicket() {
        Ticket ticket = shop.join("A", "c-1");
        shop.join("B", "c-1");
        assertRefused("already_waiting", () -> shop.tickets.transfer(ticket.id(), NONE, "B", TransferPlace.END, null));
        assertThat(shop.now(ticket)).isEqualTo(ticket);
    }

    @Test
    void aTransferFreesTheCounter() {
        Ticket ticket = shop.join("A");
        shop.call("K1");
        shop.tickets.serve(ticket.id(), NONE);
        shop.tickets.transfer(ticket.id(), NONE, "B", TransferPlace.END, null);
        assertThat(shop.tickets.atCounter("K1")).isEmpty();
        assertRefused("wrong_state", () -> shop.tickets.complete(ticket.id(), NONE));
        assertRefused("not_found", () -> shop.tickets.transfer(ticket.id(), NONE, "C", TransferPlace.END, null));
        assertRefused("invalid", () -> shop.tickets.transfer(ticket.id(), NONE, "B", TransferPlace.END, null));
    }

    @Test
    void whatNobodyCanMeanIsRefusedAndWritesNothing() {
        Ticket ticket = shop.join("A");
        String endless = "x".repeat(120_000);
        assertRefused("invalid", () -> shop.tickets.hold(ticket.id(), NONE, Duration.ZERO, null));
        assertRefused("invalid", () -> shop.tickets.hold(ticket.id(), NONE, Duration.ofDays(2), null));
        assertRefused("invalid", () -> shop.tickets.hold(ticket.id(), NONE, TicketShop.MINUTE, endless));
        assertRefused("invalid", () -> shop.tickets.cancel(ticket.id(), endless));
        assertRefused("invalid", () -> shop.tickets.call(ticket.id(), "K1", NONE, endless));
        assertRefused("invalid", () -> shop.tickets.call(ticket.id(), endless, NONE, "test"));
        assertRefused("invalid", () -> shop.queues.set("A", QueueState.PAUSED, endless));
        assertRefused("not_found", () -> shop.join(endless));
        assertThat(shop.now(ticket)).isEqualTo(ticket);
        assertThat(shop.count("counter")).isZero();
    }
}
