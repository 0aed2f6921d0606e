package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;

class CallTest {
    private final TicketShop shop = new TicketShop(50);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void priorityComesFirstThenArrival() {
        Ticket normal = shop.join("A");
        Ticket second = shop.join("B");
        Ticket urgent = shop.tickets.join(new JoinRequest("A", null, 1, null, null));
        assertThat(shop.tickets.nextUp(List.of("A", "B"), 2)).extracting(next -> next.ticket().id()).containsExactly(
                urgent.id(),
                normal.id());
        assertThat(List.of(shop.call("K1"), shop.call("K2"), shop.call("K3"))).extracting(Ticket::id)
                .containsExactly(urgent.id(), normal.id(), second.id());
    }

    @Test
    @Tag("T11")
    void fiftyCountersShareThirtyTickets() {
        IntStream.range(0, 30).forEach(index -> shop.join("A"));
        AtOnce<Ticket> calls = AtOnce.run(50, index -> shop.call("K" + index));
        assertThat(calls.done()).hasSize(30);
        assertThat(calls.done()).extracting(Ticket::number)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
        assertThat(calls.codes()).hasSize(20).containsOnly("nobody_waiting");
        assertThat(shop.count("ticket_event where kind = 'CALLED'")).isEqualTo(30);
    }

    @Test
    @Tag("T11")
    @Tag("E6")
    void aTicketThatAnotherCallHoldsIsNotNobody() throws SQLException {
        shop.join("A");
        try (Connection other = connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select id from ticket for no key update");
            CompletableFuture<Ticket> call = CompletableFuture.supplyAsync(() -> shop.call("K1"));
            awaitASleeper();
            other.rollback();
            assertThat(call.join().state()).isEqualTo(TicketState.CALLED);
        }
    }

    @Test
    @Tag("T11")
    @Tag("E7")
    void anOpenEventInsertHidesNoTicket() throws SQLException {
        Ticket first = shop.join("A");
        shop.join("A");
        try (Connection other = connection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute(
                            "insert into ticket_event (ticket_id, at, kind, to_state, queue) select id, now(), 'JOINED',"
                                    + " 'WAITING', queue from ticket where number = 1");
            assertThat(shop.call("K1").id()).isEqualTo(first.id());
            other.rollback();
        }
    }

    @Test
    @Tag("T11")
    void noCallWaitsForAnother() throws SQLException {
        shop.join("A");
        Ticket second = shop.join("A");
        try (Connection other = connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select id from ticket where number = 1 for no key update");
            assertThat(shop.call("K1").id()).isEqualTo(second.id());
            other.rollback();
        }
    }

    @Test
    @Tag("T10")
    void aQueueThatDoesNotCallRefuses() {
        shop.join("A");
        shop.queues.set("A", QueueState.PAUSED, null);
        assertRefused("queue_paused", () -> shop.tickets.callNext(List.of("A"), "K1", LeaseToken.none()));
        assertRefused("nobody_waiting", () -> shop.call("K1"));
        shop.queues.set("A", QueueState.CLOSED, null);
        assertRefused("queue_closed", () -> shop.tickets.callNext(List.of("A"), "K1", LeaseToken.none()));
        assertRefused("not_found", () -> shop.tickets.callNext(List.of("A", "nowhere"), "K1", LeaseToken.none()));
        assertThat(shop.count("counter")).as("nothing is written by a refusal").isZero();
        shop.queues.set("A", QueueState.LOCKED, null);
        assertThat(shop.call("K1").number()).isEqualTo(1);
    }

    @Test
    @Tag("T12")
    @Tag("E8")
    void aCounterHasOneTicketHoweverManyCallForIt() {
        IntStream.range(0, 5).forEach(index -> shop.join("A"));
        AtOnce<Ticket> calls = AtOnce.run(8, index -> shop.call("K1"));
        assertThat(calls.done()).hasSize(1);
        assertThat(calls.codes()).hasSize(7).containsOnly("counter_busy");
        shop.tickets.serve(calls.done().getFirst().id(), LeaseToken.none());
        assertRefused("counter_busy", () -> shop.call("K1"));
        shop.tickets.complete(calls.done().getFirst().id(), LeaseToken.none());
        assertThat(shop.call("K1").number()).isEqualTo(2);
    }

    @Test
    @Tag("T13")
    void aCallThatFailsLeavesTheTicketAsItWas() {
        Ticket ticket = shop.now(shop.join("A"));
        shop.execute(
                """
                        create function fail() returns trigger language plpgsql as $$ begin raise 'cut off'; end $$;
                        create trigger fail before insert on ticket_event for each row when (new.kind = 'CALLED') execute function fail()
                        """);
        assertThatThrownBy(() -> shop.call("K1")).hasMessageContaining("cut off");
        assertThat(shop.now(ticket)).isEqualTo(ticket);
        assertThat(shop.now(ticket).calledAt()).isNull();
    }

    @Test
    void aChosenTicketIsCalledOutOfOrderForAReason() {
        shop.join("A");
        Ticket second = shop.join("A");
        assertRefused("invalid", () -> shop.tickets.call(second.id(), "K1", LeaseToken.none(), " "));
        Ticket called = shop.tickets.call(second.id(), "K1", LeaseToken.none(), "in a wheelchair");
        assertThat(called.state()).isEqualTo(TicketState.CALLED);
        assertThat(shop.count("audit_entry where action = 'ticket.called' and reason = 'in a wheelchair'"))
                .isEqualTo(1);
        assertRefused("wrong_state", () -> shop.tickets.call(second.id(), "K2", LeaseToken.none(), "again"));
    }

    private void awaitASleeper() {
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(
                () -> shop.count("pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'") > 0);
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(shop.address.jdbcUrl(), shop.address.user(), shop.address.password());
    }
}
