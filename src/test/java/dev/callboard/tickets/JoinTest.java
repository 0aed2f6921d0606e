package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.AtOnce;
import dev.callboard.refusals.Refusal;

class JoinTest {
    private final TicketShop shop = new TicketShop(8);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("T01")
    void eachQueueAndDayCountsForItself() {
        shop.clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        assertThat(shop.join("A").number()).isEqualTo(1);
        assertThat(shop.join("A").number()).isEqualTo(2);
        assertThat(shop.join("B").number()).isEqualTo(1);
        shop.pass(Duration.ofDays(1));
        assertThat(shop.join("A").number()).isEqualTo(1);
    }

    @Test
    @Tag("T02")
    void thirteenVisitorsOneByOne() {
        assertThat(numbers(13)).containsExactlyElementsOf(IntStream.rangeClosed(1, 13).boxed().toList());
    }

    @Test
    @Tag("T03")
    void burstsAndSinglesFollowEachOther() {
        assertThat(burst(10)).containsExactlyInAnyOrderElementsOf(range(1, 10));
        assertThat(shop.join("A").number()).isEqualTo(11);
        assertThat(numbers(2)).containsExactly(12, 13);
        assertThat(burst(10)).containsExactlyInAnyOrderElementsOf(range(14, 23));
    }

    @Test
    @Tag("T04")
    void numbersAreIntegersBeyondTheirPrintedWidth() {
        Ticket first = shop.join("A");
        shop.execute("update queue_day set last = 8");
        assertThat(numbers(3)).containsExactly(9, 10, 11);
        shop.execute("update queue_day set last = 98");
        assertThat(numbers(3)).containsExactly(99, 100, 101);
        shop.execute("update queue_day set last = 998");
        assertThat(numbers(2)).containsExactly(999, 1000);

        List<Ticket> line = shop.tickets.list("A", Set.of(), null);
        assertThat(line).extracting(Ticket::number).containsExactly(1, 9, 10, 11, 99, 100, 101, 999, 1000);
        assertThat(line).extracting(Ticket::position).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(line.getLast().code()).isEqualTo("A-1000");
        assertThat(first.code()).isEqualTo("A-001");
        assertThat(IntStream.range(0, 9).mapToObj(index -> shop.call("K" + index).number()))
                .containsExactly(1, 9, 10, 11, 99, 100, 101, 999, 1000);
    }

    @Test
    @Tag("T05")
    void aDeletedNumberIsNotIssuedAgain() {
        numbers(3);
        shop.execute("""
                set local session_replication_role = replica;
                delete from ticket_event where ticket_id = (select id from ticket where number = 3);
                delete from ticket where number = 3
                """);
        assertThat(shop.join("A").number()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    @Tag("T06")
    @Tag("E5")
    void aStricterDefaultOfTheServerReachesNoVisitor(String isolation) {
        shop.execute("alter database " + shop.address.jdbcUrl().replaceAll(".*/", "")
                + " set default_transaction_isolation = '" + isolation + "'");
        assertThat(burst(40)).containsExactlyInAnyOrderElementsOf(range(1, 40));
    }

    @Test
    @Tag("T07")
    void twoHundredAtOnceLeaveNoGap() {
        assertThat(burst(200)).containsExactlyInAnyOrderElementsOf(range(1, 200));
        List<Ticket> line = shop.tickets.list("A", Set.of(), null);
        assertThat(line).extracting(Ticket::number).isSorted();
        assertThat(shop.count("ticket_event where kind = 'JOINED'")).isEqualTo(200);
        assertThat(shop.count("audit_entry where action = 'ticket.joined'")).isEqualTo(200);
    }

    @Test
    @Tag("T07")
    @Tag("E4")
    void aFailedJoinLeavesNothingAndConsumesNoNumber() {
        shop.join("A");
        shop.execute("""
                create function fail() returns trigger language plpgsql as $$ begin raise 'disk on fire'; end $$;
                create trigger fail before insert on audit_entry for each row
                  when (new.action = 'ticket.joined') execute function fail()
                """);
        assertThatThrownBy(() -> shop.tickets.join(new JoinRequest("A", null, 0, null, "key")))
                .hasMessageContaining("disk on fire");
        shop.execute("drop trigger fail on audit_entry");
        assertThat(shop.count("ticket")).isEqualTo(1);
        assertThat(shop.count("join_key")).isZero();
        assertThat(shop.join("A").number()).isEqualTo(2);
    }

    @Test
    @Tag("T07")
    void aNumberTakenAtAKioskIsCommittedByTheStatementThatDrewIt() {
        shop.execute("""
                create table begun (what text, at timestamptz);
                create function begun() returns trigger language plpgsql as $$ begin
                  insert into begun values (tg_table_name, statement_timestamp()); return null; end $$;
                create trigger drawn after insert on ticket for each row execute function begun();
                create constraint trigger committed after insert on ticket_arrival deferrable initially deferred
                  for each row execute function begun()
                """);

        shop.tickets.join(JoinRequest.of("A").at(new Arrival("Kiosk 1", "pl")));

        assertThat(shop.count("begun")).isEqualTo(2);
        assertThat(shop.count("(select distinct at from begun) statements"))
                .as("until the commit, everybody else who joins the queue waits").isEqualTo(1);
    }

    @Test
    @Tag("T08")
    @Tag("E1")
    void aCustomerHasOneOpenTicketPerQueue() {
        AtOnce<Ticket> race = AtOnce.run(8, index -> shop.join("A", "c-1"));
        assertThat(race.done()).hasSize(1);
        assertThat(race.codes()).hasSize(7).containsOnly("already_waiting");
        assertThat(shop.join("B", "c-1").number()).isEqualTo(1);
        shop.call("K1");
        assertRefused("already_waiting", () -> shop.join("A", "c-1"));
        shop.tickets.hold(race.done().getFirst().id(), LeaseToken.none(), TicketShop.MINUTE, null);
        assertRefused("already_waiting", () -> shop.join("A", "c-1"));
        shop.tickets.cancel(race.done().getFirst().id(), null);
        assertThat(shop.join("A", "c-1").number()).as("refused joins took no number").isEqualTo(2);
    }

    @Test
    @Tag("T08")
    @Tag("E2")
    void theRollOverDoesNotLetACustomerInTwice() {
        shop.clock.set(Instant.parse("2026-03-02T02:59:59Z"));
        shop.join("A", "c-1");
        shop.pass(Duration.ofSeconds(2));
        assertRefused("already_waiting", () -> shop.join("A", "c-1"));
        assertThat(shop.join("A", "c-2").number()).isEqualTo(1);
    }

    @Test
    @Tag("T09")
    @Tag("E11")
    void oneKeyIsOneTicket() {
        JoinRequest request = new JoinRequest("A", "c-1", 0, null, "press-1");
        AtOnce<Ticket> presses = AtOnce.run(8, index -> shop.tickets.join(request));
        assertThat(presses.refused()).isEmpty();
        assertThat(presses.done()).hasSize(8).containsOnly(presses.done().getFirst());
        shop.queues.set("A", QueueState.CLOSED, null);
        assertThat(shop.tickets.join(request)).as("the key comes before every other rule")
                .isEqualTo(presses.done().getFirst());
        assertRefused("key_reused", () -> shop.tickets.join(new JoinRequest("B", "c-1", 0, null, "press-1")));
        assertThat(shop.count("ticket")).isEqualTo(1);
    }

    @Test
    @Tag("T10")
    void aQueueThatIssuesNothingRefuses() {
        shop.queues.set("A", QueueState.LOCKED, null);
        assertRefused("queue_locked", () -> shop.join("A"));
        shop.queues.set("A", QueueState.CLOSED, null);
        assertRefused("queue_closed", () -> shop.join("A"));
        assertRefused("not_found", () -> shop.join("nowhere"));
        assertThatThrownBy(() -> new JoinRequest("A", "x".repeat(120_000), 0, null, null)).isInstanceOf(Refusal.class);
        assertThat(shop.count("ticket")).isZero();
        assertThat(shop.count("queue_day")).isZero();
        shop.queues.set("A", QueueState.PAUSED, null);
        assertThat(shop.join("A").number()).isEqualTo(1);
    }

    @Test
    @Tag("T01")
    void aClockPutBackDuringAServiceKeepsNobodyOut() {
        shop.clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        numbers(3);
        Ticket served = shop.call("K1");
        shop.tickets.serve(served.id(), LeaseToken.none());
        shop.pass(Duration.ofMinutes(-5));
        shop.tickets.complete(served.id(), LeaseToken.none());
        shop.call("K1");
        assertThat(shop.join("A").number()).isEqualTo(4);
    }

    private List<Integer> numbers(int times) {
        return IntStream.range(0, times).mapToObj(index -> shop.join("A").number()).toList();
    }

    private List<Integer> burst(int times) {
        AtOnce<Integer> joins = AtOnce.run(times, index -> shop.join("A").number());
        assertThat(joins.refused()).isEmpty();
        return joins.done();
    }

    private static List<Integer> range(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
