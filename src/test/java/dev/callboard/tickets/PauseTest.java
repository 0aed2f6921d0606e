package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;

@Tag("T19")
class PauseTest {
    private final TicketShop shop = new TicketShop(8, "2026-03-02T02:30:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aPauseCountsOnceHoweverManyResume() {
        shop.pass(Duration.ofHours(6));
        shop.queues.set("A", QueueState.PAUSED, "lunch");
        shop.pass(Duration.ofMillis(90_001));
        assertThat(pausedToday()).as("a pause that still lasts").isEqualTo(Duration.ofMillis(90_001));
        AtOnce<Queue> race = AtOnce.run(8, index -> shop.queues.set("A", QueueState.OPEN, null));
        assertThat(race.done()).hasSize(8);
        assertThat(pausedToday()).isEqualTo(Duration.ofMillis(90_001));
        assertThat(shop.count("audit_entry where action = 'queue.set'")).isEqualTo(2);

        shop.queues.set("A", QueueState.PAUSED, null);
        shop.pass(Duration.ofSeconds(10));
        shop.queues.set("A", QueueState.PAUSED, "said again");
        shop.pass(Duration.ofSeconds(10));
        shop.queues.set("A", QueueState.CLOSED, null);
        assertThat(pausedToday()).isEqualTo(Duration.ofMillis(110_001));
        assertThat(shop.queues.find("B").orElseThrow().pausedToday()).isZero();
    }

    @Test
    void aPauseOverTheRollOverIsSharedBetweenItsDays() {
        shop.queues.set("A", QueueState.PAUSED, null);
        shop.pass(Duration.ofHours(25));
        shop.queues.set("A", QueueState.OPEN, null);
        List<String> paused = shop.database.transaction(tx -> tx.handle()
                .createQuery("select day || ' ' || extract(epoch from paused)::integer from queue_day order by day")
                .mapTo(String.class).list());
        assertThat(paused).containsExactly("2026-03-01 1800", "2026-03-02 86400", "2026-03-03 1800");
    }

    @Test
    void aWaitIsNotShortenedByAPause() {
        Ticket ticket = shop.join("A");
        shop.queues.set("A", QueueState.PAUSED, null);
        shop.pass(Duration.ofMinutes(5));
        shop.queues.set("A", QueueState.OPEN, null);
        Ticket called = shop.call("K1");
        assertThat(Duration.between(ticket.joinedAt(), called.calledAt())).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void queuesAreAddedOnceAndKnownByCode() {
        assertRefused("already_exists", () -> shop.queues.add("A", "again"));
        assertRefused("invalid", () -> shop.queues.add("no spaces", "x"));
        assertRefused("invalid", () -> shop.queues.add("C", " "));
        assertRefused("invalid", () -> shop.queues.add("C", "x".repeat(120_000)));
        assertRefused("not_found", () -> shop.queues.set("nowhere", QueueState.OPEN, null));
        assertThat(shop.queues.find("nowhere")).isEmpty();
        assertThat(shop.queues.list()).extracting(Queue::code).containsExactly("A", "B");
    }

    private Duration pausedToday() {
        return shop.queues.find("A").orElseThrow().pausedToday();
    }
}
