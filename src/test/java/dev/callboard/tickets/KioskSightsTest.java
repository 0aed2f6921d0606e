package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;

/** What a visitor is told before taking a number. */
class KioskSightsTest {
    private final TicketShop shop = new TicketShop(4, "2026-11-20T13:00:00Z");

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void quotesPeopleAheadTimesMedianServiceByOpenCounters() {
        serve(Duration.ofSeconds(100));
        serve(Duration.ofSeconds(180));
        serve(Duration.ofSeconds(500));
        shop.counters.lease("Counter 1");
        shop.counters.lease("Counter 2");
        for (int visitor = 0; visitor < 5; visitor++) {
            shop.join("A");
        }
        KioskSight sight = new KioskSights(shop.database, TicketShop.DAY).read();
        assertThat(sight.openCounters()).isEqualTo(2);
        QuotedWait wait = sight.wait("A", 5).orElseThrow();
        assertThat(wait.least()).isEqualTo(Duration.ofSeconds(450));
        assertThat(wait.most()).isEqualTo(Duration.ofSeconds(675));
        assertThat(wait.leastMinutes()).isEqualTo(7);
        assertThat(wait.mostMinutes()).isEqualTo(12);
        assertThat(sight.wait("B", 5)).as("nobody was served there today").isEmpty();
    }

    @Test
    void knowsNoWaitWhileNoCounterIsOpen() {
        serve(Duration.ofSeconds(100));
        assertThat(new KioskSights(shop.database, TicketShop.DAY).read().wait("A", 5)).isEmpty();
    }

    @Test
    void knowsWhichClosedQueueOpensLaterToday() {
        try (TicketShop morning = new TicketShop(2, "2026-11-20T09:30:00Z")) {
            QueueRules rules = new QueueRules(morning.database, Signals.none());
            rules.set("A", new QueueRule("Collect", null, null, LocalTime.of(13, 0), LocalTime.of(18, 0)));
            rules.set("B", new QueueRule("Returns", null, null, LocalTime.of(9, 0), LocalTime.of(18, 0)));
            KioskSights sights = new KioskSights(morning.database, TicketShop.DAY);
            assertThat(sights.read().opensLater()).as("both are open").isEmpty();
            morning.queues.set("A", QueueState.CLOSED, null);
            morning.queues.set("B", QueueState.CLOSED, null);
            assertThat(sights.read().opensLater()).as("half past ten there")
                    .isEqualTo(Map.of("A", LocalTime.of(13, 0)));
        }
    }

    @Test
    @Tag("L08")
    void theKiosksOwnLoginMayReadIt() {
        try (Database kiosk = Database.open(TestServers.addressFor(shop.address, "callboard_kiosk"), 1)) {
            assertThat(new KioskSights(kiosk, TicketShop.DAY).read().queues()).hasSize(2);
        }
    }

    private void serve(Duration length) {
        shop.join("A");
        Ticket called = shop.call("Counter 1");
        shop.tickets.serve(called.id(), LeaseToken.none());
        shop.pass(length);
        shop.tickets.complete(called.id(), LeaseToken.none());
    }
}
