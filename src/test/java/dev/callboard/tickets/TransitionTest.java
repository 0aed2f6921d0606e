package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;

class TransitionTest {
    private final TicketShop shop = new TicketShop(8);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void theSchemaAndTheProgramKnowTheSameArrows() {
        List<String> inSchema = shop.database.transaction(tx -> tx.handle()
                .createQuery("select distinct from_state || ' ' || to_state from ticket_transition").mapTo(String.class)
                .list());
        List<String> inProgram = Arrays.stream(TicketState.values())
                .flatMap(from -> from.successors().stream().map(to -> from + " " + to)).toList();
        assertThat(inSchema).containsExactlyInAnyOrderElementsOf(inProgram);
    }

    @Test
    void theSchemaRefusesWhatNoArrowAllows() {
        shop.join("A");
        assertThatThrownBy(() -> shop.execute("update ticket set state = 'COMPLETED', last_kind = 'COMPLETED'"))
                .hasMessageContaining("may not take a ticket from WAITING to COMPLETED");
        assertThatThrownBy(() -> shop.execute("update ticket set number = 7"))
                .hasMessageContaining("keeps its number");
        assertThatThrownBy(() -> shop.execute("update ticket_event set reason = 'other'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> shop.execute("delete from ticket_event")).hasMessageContaining("append-only");
    }

    @Test
    @Tag("T14")
    void aStateThatIsNotExpectedIsAnsweredWithThePresentOne() {
        UUID id = shop.join("A").id();
        LeaseToken none = LeaseToken.none();
        for (Callable<Ticket> act : List.<Callable<Ticket>>of(() -> shop.tickets.serve(id, none),
                () -> shop.tickets.complete(id, none), () -> shop.tickets.noShow(id, none),
                () -> shop.tickets.recall(id, none), () -> shop.tickets.resume(id))) {
            assertRefused("wrong_state", act::call);
            assertThatThrownBy(act::call).hasMessageContaining("A-001 is WAITING");
        }
        assertRefused("not_found", () -> shop.tickets.serve(UUID.randomUUID(), none));
        assertThat(shop.tickets.events(id)).hasSize(1);
    }

    @RepeatedTest(5)
    @Tag("T14")
    void ofTwoAtOnceOneWins() {
        LeaseToken none = LeaseToken.none();
        UUID called = called();
        expectOneWinner(called, () -> shop.tickets.serve(called, none), () -> shop.tickets.cancel(called, null));
        UUID held = called();
        expectOneWinner(held, () -> shop.tickets.hold(held, none, TicketShop.MINUTE, null),
                () -> shop.tickets.noShow(held, none));
        UUID served = called();
        shop.tickets.serve(served, none);
        expectOneWinner(served, () -> shop.tickets.complete(served, none), () -> shop.tickets.complete(served, none));
        UUID waiting = shop.join("A").id();
        expectOneWinner(waiting, () -> shop.tickets.call(waiting, "K8", none, "first"),
                () -> shop.tickets.call(waiting, "K9", none, "second"));
    }

    @Test
    @Tag("T15")
    void aNoShowFreesTheCounterAndMayComeBackToItsOldPlace() {
        shop.clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        Ticket first = shop.join("A");
        shop.pass(TicketShop.MINUTE);
        Ticket second = shop.join("A");
        shop.call("K1");
        shop.tickets.recall(first.id(), LeaseToken.none());
        assertThat(shop.tickets.recall(first.id(), LeaseToken.none()).recalls()).isEqualTo(2);
        shop.tickets.noShow(first.id(), LeaseToken.none());
        Ticket back = shop.tickets.resume(first.id());
        assertThat(back).returns(1, Ticket::position).returns(null, Ticket::calledAt);
        assertThat(shop.tickets.nextUp(List.of("A"), 1)).extracting(InLine::reason)
                .containsExactly(CallReason.CAME_BACK);
        assertThat(shop.call("K1").id()).isEqualTo(first.id());
        shop.tickets.noShow(first.id(), LeaseToken.none());
        assertThat(shop.call("K1").id()).isEqualTo(second.id());
        shop.pass(Duration.ofDays(1));
        assertRefused("day_over", () -> shop.tickets.resume(first.id()));
    }

    @Test
    void figuresComeFromTheTimesOfTheLife() {
        shop.clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        shop.join("A");
        shop.pass(TicketShop.MINUTE);
        Ticket ticket = shop.call("K1");
        shop.tickets.serve(ticket.id(), LeaseToken.none());
        shop.pass(TicketShop.MINUTE.multipliedBy(3));
        shop.tickets.complete(ticket.id(), LeaseToken.none());
        assertThat(shop.tickets.today("K1"))
                .isEqualTo(new DayFigures(1, 0, TicketShop.MINUTE.multipliedBy(3)));
        assertThat(shop.tickets.events(ticket.id())).extracting(TicketEvent::kind).containsExactly(
                TicketEventKind.JOINED, TicketEventKind.CALLED, TicketEventKind.SERVING, TicketEventKind.COMPLETED);
    }

    /** A ticket just called, at a counter of its own. */
    private UUID called() {
        UUID id = shop.join("A").id();
        return shop.tickets.call(id, "K" + id, LeaseToken.none(), "test").id();
    }

    private void expectOneWinner(UUID id, Callable<Ticket> one, Callable<Ticket> other) {
        int before = shop.tickets.events(id).size();
        AtOnce<Ticket> race = AtOnce.run(List.of(one, other));
        assertThat(race.done()).hasSize(1);
        assertThat(race.codes()).containsExactly("wrong_state");
        assertThat(shop.tickets.events(id)).hasSize(before + 1);
        assertThat(shop.tickets.find(id).orElseThrow().state()).isEqualTo(race.done().getFirst().state());
    }
}
