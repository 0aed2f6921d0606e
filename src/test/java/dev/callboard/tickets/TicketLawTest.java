package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.postgres.SqlFailures;

/** What the schema itself lets nobody write of a ticket, and what a join in a long line reckons. */
class TicketLawTest {
    private final TicketShop shop = new TicketShop(4, "2026-11-20T10:00:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state = 'CALLED', last_kind = 'CALLED'", "state = 'LOST', last_kind = 'CALLED'",
        "last_kind = 'RECALLED'", "counter = 'K1', last_kind = 'TRANSFERRED'",
        "state = 'HELD', last_kind = 'HELD'", "held_until = now(), last_kind = 'TRANSFERRED'",
        "queue = 'nowhere', last_kind = 'TRANSFERRED'", "priority = 2, last_kind = 'TRANSFERRED'",
        "number = 7, last_kind = 'TRANSFERRED'", "customer = 'someone else', last_kind = 'TRANSFERRED'"})
    @Tag("T14")
    void aTicketChangesByItsArrowsAlone(String change) {
        shop.counters.lease("K1");
        shop.join("A");
        assertThatThrownBy(() -> shop.execute("update ticket set " + change)).satisfies(TicketLawTest::isOfTheLaw);
        assertThat(shop.count("ticket where state = 'WAITING' and version = 1")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'B', 1, 'WAITING', null, 0", "'A', 0, 'WAITING', null, 0", "'A', 1, 'CALLED', null, 0",
        "'A', 1, 'WAITING', '  ', 0", "'A', 1, 'WAITING', repeat('x', 201), 0", "'A', 1, 'WAITING', null, 2"})
    void aTicketBeginsWaitingWhereItWasIssued(String values) {
        assertThatThrownBy(() -> shop.execute(
                """
                        insert into ticket (origin, day, joined_at, place_at, last_kind, last_at, queue, number, state, customer,
                          priority) values ('A', current_date, now(), now(), 'JOINED', now(), %s)"""
                        .formatted(values)))
                .satisfies(TicketLawTest::isOfTheLaw);
        assertThat(shop.count("ticket")).isZero();
    }

    @Test
    void aQueueWithTicketsStays() {
        Ticket ticket = shop.join("A");
        shop.tickets.transfer(ticket.id(), LeaseToken.none(), "B", TransferPlace.END, null);
        assertThatThrownBy(() -> shop.execute("delete from queue where code = 'B'"))
                .hasMessageContaining("has tickets");
    }

    /** The transfer is not committed yet: whoever deletes the queue waits for it, and is refused then. */
    @Test
    void aQueueStaysForATicketOnItsWayThere() {
        shop.join("A");
        CompletableFuture<Void> deletion = shop.database.transaction(tx -> {
            tx.handle().execute("update ticket set queue = 'B', last_kind = 'TRANSFERRED'");
            CompletableFuture<Void> deleting = CompletableFuture
                    .runAsync(() -> shop.execute("delete from queue where code = 'B'"));
            await().until(() -> deleting.isDone() || shop.count(
                    "pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 1);
            return deleting;
        });

        assertThatThrownBy(deletion::join).hasMessageContaining("has tickets");
        assertThat(shop.count("ticket join queue on queue.code = ticket.queue")).isEqualTo(1);
    }

    /** Twenty or more wait: what was reckoned holds for whoever joins within five seconds, each by their own number. */
    @Test
    @Tag("T07")
    void theWaitOfALongLineIsReckonedAnewEveryFiveSeconds() {
        Ticket first = shop.join("A");
        shop.call("K1");
        shop.tickets.serve(first.id(), LeaseToken.none());
        shop.pass(Duration.ofMinutes(4));
        shop.tickets.complete(first.id(), LeaseToken.none());
        shop.join("A");
        shop.call("K1");
        for (int ahead = 0; ahead < 25; ahead++) {
            assertThat(minutesTold(shop.join("A"))).as("%s ahead", ahead).isEqualTo(4 * ahead);
        }
        shop.call("K2");
        assertThat(minutesTold(shop.join("A"))).as("reckoned before the second counter opened").isEqualTo(4 * 25);
        shop.pass(Duration.ofSeconds(6));
        assertThat(minutesTold(shop.join("A"))).as("25 ahead, two counters").isEqualTo(4 * 25 / 2);
    }

    private static void isOfTheLaw(Throwable failure) {
        assertThat(SqlFailures.constraint(failure)).as("%s", failure).isEqualTo("ticket_law");
    }

    private long minutesTold(Ticket ticket) {
        return shop.database.transaction(tx -> tx.handle()
                .createQuery("select extract(epoch from quoted)::bigint / 60 from ticket where id = :id")
                .bind("id", ticket.id()).mapTo(Long.class).one());
    }
}
