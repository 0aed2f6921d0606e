package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;

@Tag("T12")
class CounterTest {
    private final TicketShop shop = new TicketShop(8, "2026-03-02T10:00:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void oneOfManyConsolesGetsIt() {
        AtOnce<CounterLease> race = AtOnce.run(8, index -> shop.counters.lease("K1"));
        assertThat(race.done()).hasSize(1);
        assertThat(race.codes()).hasSize(7).containsOnly("counter_busy");
    }

    @Test
    void aLeasedCounterIsNotBorrowed() {
        CounterLease lease = shop.counters.lease("K1");
        Ticket ticket = shop.join("A");
        assertRefused("counter_busy", () -> shop.call("K1"));
        shop.tickets.callNext(List.of("A"), "K1", lease.token());
        assertRefused("counter_busy", () -> shop.tickets.serve(ticket.id(), LeaseToken.none()));
        assertThat(shop.tickets.serve(ticket.id(), lease.token()).state()).isEqualTo(TicketState.SERVING);
    }

    @Test
    void aDeadConsoleFreesItsCounterByItself() {
        CounterLease dead = shop.counters.lease("K1");
        shop.join("A");
        shop.tickets.callNext(List.of("A"), "K1", dead.token());
        shop.pass(Duration.ofSeconds(121));
        Ticket ticket = shop.tickets.atCounter("K1").orElseThrow();
        CounterLease next = shop.counters.lease("K1");
        assertRefused("lease_lost", () -> shop.tickets.serve(ticket.id(), dead.token()));
        assertRefused("lease_lost", () -> shop.counters.renew(dead));
        shop.counters.release(dead);
        assertThat(shop.tickets.serve(ticket.id(), next.token()).state())
                .as("the ticket goes over with the counter").isEqualTo(TicketState.SERVING);
    }

    @Test
    void theHeartbeatKeepsIt() {
        CounterLease lease = shop.counters.lease("K1");
        shop.pass(Duration.ofSeconds(100));
        shop.counters.renew(lease);
        shop.pass(Duration.ofSeconds(100));
        assertRefused("counter_busy", () -> shop.counters.lease("K1"));
        assertThat(shop.counters.list()).singleElement().returns(lease.holder(), Counter::holder);
        shop.counters.release(lease);
        assertThat(shop.counters.list()).singleElement().returns(null, Counter::holder);
    }

    @Test
    void anEndedLeaseActsNoMore() {
        CounterLease lease = shop.counters.lease("K1");
        shop.join("A");
        shop.pass(Duration.ofSeconds(121));
        assertRefused("lease_lost", () -> shop.tickets.callNext(List.of("A"), "K1", lease.token()));
    }

    @Test
    void aTakeOverIsFeltByTheNextActOfTheOther() {
        CounterLease first = shop.counters.lease("K1");
        shop.join("A");
        shop.counters.takeOver("K1");
        assertRefused("lease_lost", () -> shop.tickets.callNext(List.of("A"), "K1", first.token()));
    }
}
