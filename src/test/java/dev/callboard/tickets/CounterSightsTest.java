package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;

/** What somebody at a counter sees beside the line. */
class CounterSightsTest {
    private static final LeaseToken NONE = LeaseToken.none();
    private final TicketShop shop = new TicketShop(4, "2026-11-20T10:00:00Z");
    private final CounterSights sights = new CounterSights(shop.database, TicketShop.DAY);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theWaitThatWasReckonedOnArrivalIsKept() {
        assertThat(serve(shop.join("A"), 4).quoted()).as("nobody was served before").isNull();
        shop.join("A");
        shop.call("K2");
        shop.join("A");
        shop.join("A");
        Ticket third = shop.join("A");
        assertThat(serve(third, 1).quoted()).as("two ahead, median four minutes, one open counter")
                .isEqualTo(new QuotedWait(Duration.ofMinutes(8), Duration.ofMinutes(12)));
    }

    @Test
    void figuresAreOfThisLoginAndCounterToday() {
        serve(shop.join("A"), 4);
        serve(shop.join("A"), 2);
        Ticket missed = shop.join("A");
        shop.tickets.call(missed.id(), "K1", NONE, "next");
        shop.tickets.noShow(missed.id(), NONE);
        assertThat(sight().today()).isEqualTo(new DayFigures(2, 1, Duration.ofMinutes(3)));
        assertThat(sights.of("K2", List.of(), TicketShop.MINUTE).today()).isEqualTo(new DayFigures(0, 0, null));
    }

    @Test
    @Tag("T18")
    void theLongestNormalWaitOfTheDayBeforeIsTold() {
        Ticket patient = shop.join("A");
        shop.pass(Duration.ofSeconds(680));
        serve(patient, 1);
        assertThat(sight().longestYesterday()).isNull();
        shop.pass(Duration.ofDays(1));
        assertThat(sight().longestYesterday()).isEqualTo(Duration.ofSeconds(680));
    }

    @Test
    @Tag("T16")
    void aTransferIntoAQueueThatIsNotServedHereCanStillBeUndone() {
        Ticket sent = shop.join("A");
        shop.call("K1");
        shop.tickets.transfer(sent.id(), NONE, "B", TransferPlace.END, null);
        CounterSight sight = sights.of("K1", List.of("A"), TicketShop.MINUTE);
        assertThat(sight.lastAct().kind()).isEqualTo(TicketEventKind.TRANSFERRED);
        assertThat(sight.lastActOn()).returns("B", Ticket::queue).returns(1, Ticket::position);
    }

    @Test
    @Tag("T10")
    void whoeverWaitsWhereNobodyIsCalledIsSeenWithoutAPlaceInTheLine() {
        Ticket first = shop.join("A");
        Ticket second = shop.join("A");
        Ticket other = shop.join("B");
        for (QueueState state : List.of(QueueState.PAUSED, QueueState.CLOSED)) {
            shop.queues.set("A", state, "fire drill");
            assertThat(sight().standing()).extracting(Ticket::id).containsExactly(first.id(), second.id());
            assertThat(sight().line()).extracting(next -> next.ticket().id()).containsExactly(other.id());
            assertThat(sight().stopped()).extracting(Queue::code).containsExactly("A");
        }
        shop.queues.set("A", QueueState.LOCKED, "full");
        assertThat(sight().standing()).isEmpty();
        assertThat(sight().stopped()).isEmpty();
        assertThat(sight().line()).hasSize(3);
    }

    @Test
    void anOrderIsPutToATicketOnceAndMovesNothing() {
        Ticket ticket = shop.join("A");
        shop.call("K1");
        UUID order = UUID.randomUUID();
        Ticket linked = shop.tickets.linkOrder(ticket.id(), NONE, order);
        assertThat(linked).returns(order, Ticket::orderId).returns(TicketState.CALLED, Ticket::state);
        assertThat(shop.tickets.linkOrder(ticket.id(), NONE, order)).isEqualTo(linked);
        assertRefused("already_linked", () -> shop.tickets.linkOrder(ticket.id(), NONE, UUID.randomUUID()));
        assertThat(shop.count("audit_entry where action = 'ticket.order'")).isEqualTo(1);
        shop.tickets.serve(ticket.id(), NONE);
        assertThat(shop.tickets.undo(ticket.id(), NONE, TicketShop.MINUTE).orderId()).isEqualTo(order);
        shop.tickets.cancel(ticket.id(), "left");
        assertRefused("wrong_state", () -> shop.tickets.linkOrder(ticket.id(), NONE, order));
        assertRefused("wrong_state", () -> shop.tickets.unlinkOrder(ticket.id(), NONE, order));
        assertThatThrownBy(() -> shop.execute("update ticket set order_id = gen_random_uuid(), queue = 'B'"))
                .as("anything else at the same time is a move").hasMessageContaining("ticket");
    }

    private CounterSight serve(Ticket ticket, int minutes) {
        shop.tickets.call(ticket.id(), "K1", NONE, "next");
        CounterSight sight = sight();
        shop.tickets.serve(ticket.id(), NONE);
        shop.pass(TicketShop.MINUTE.multipliedBy(minutes));
        shop.tickets.complete(ticket.id(), NONE);
        return sight;
    }

    @Test
    @Tag("T14")
    void anOrderIsTakenOffOnlyWhereItIsTheOneThatWasSeen() {
        UUID order = UUID.randomUUID();
        Ticket ticket = shop.join("A");
        shop.call("K1");
        assertRefused("wrong_state", () -> shop.tickets.unlinkOrder(ticket.id(), NONE, order));
        shop.tickets.linkOrder(ticket.id(), NONE, order);
        assertRefused("wrong_state", () -> shop.tickets.unlinkOrder(ticket.id(), NONE, UUID.randomUUID()));
        assertThat(shop.tickets.unlinkOrder(ticket.id(), NONE, order).orderId()).isNull();
        assertThat(shop.count("audit_entry where action = 'ticket.order' and before ->> 'order' = '" + order + "'"))
                .isEqualTo(1);
        assertThat(shop.tickets.linkOrder(ticket.id(), NONE, order).orderId()).as("and linked again").isEqualTo(order);
    }

    @Test
    @Tag("T09")
    void aNumberKnowsTheKioskWhereItWasTaken() {
        try (Database kiosk = Database.open(TestServers.addressFor(shop.address, "callboard_kiosk"), 1)) {
            Tickets there = new Tickets(kiosk, TicketShop.DAY, Signals.none());
            JoinRequest press = new JoinRequest("A", null, 0, null, "one press").at(new Arrival("Kiosk 1", "pl"));
            assertThat(there.join(press)).isEqualTo(there.join(press));
        }
        shop.clock.set(null);
        shop.call("K1");
        assertThat(sight().arrived()).isEqualTo(new Arrival("Kiosk 1", "pl"));
        assertThat(shop.count("ticket_arrival")).isEqualTo(1);
        assertRefused("invalid", () -> new Arrival("", "pl"));
    }

    private CounterSight sight() {
        return sights.of("K1", List.of(), TicketShop.MINUTE);
    }
}
