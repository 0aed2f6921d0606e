package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.List;

import org.awaitility.Awaitility;
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

    /** A lease that ends while somebody waits for the counter is over: the clock goes on inside a transaction. */
    @Test
    @Tag("E10")
    void aLeaseThatEndsWhileSomebodyWaitsIsOver() throws SQLException {
        try (TicketShop real = new TicketShop(4);
                Connection other = DriverManager.getConnection(real.address.jdbcUrl(), real.address.user(),
                        real.address.password())) {
            real.join("A");
            real.counters.lease("K1");
            real.execute("update counter set lease_until = clock_timestamp() + interval '1 s'");
            other.setAutoCommit(false);
            other.createStatement().execute("select name from counter for update");
            CompletableFuture<Ticket> call = CompletableFuture.supplyAsync(() -> real.call("K1"));
            Awaitility.await().until(() -> real.count("pg_locks where not granted") > 0);
            Awaitility.await().until(() -> real.count("counter where lease_until < clock_timestamp()") > 0);
            other.rollback();
            assertThat(call.join().state()).isEqualTo(TicketState.CALLED);
        }
    }
}
