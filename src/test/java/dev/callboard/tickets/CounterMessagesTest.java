package dev.callboard.tickets;

import static dev.callboard.tickets.TicketShop.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.NotPermitted;

/** What a supervisor writes to a counter. */
class CounterMessagesTest {
    private final TicketShop shop = new TicketShop(3, "2026-11-20T10:00:00Z");
    private final CounterMessages messages = new CounterMessages(shop.database, Signals.none());
    private final CounterSights sights = new CounterSights(shop.database, TicketShop.DAY);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void standsAtItsCounterUntilItWasReadAndBothAreInTheAudit() {
        shop.counters.lease("K1");
        shop.counters.lease("K2");
        messages.tell("K1", "Please take Returns as well");
        messages.tell("K1", "And close at six");
        CounterMessage first = at("K1");
        assertThat(first.words()).isEqualTo("Please take Returns as well");
        assertThat(first.at()).isEqualTo(shop.clock.get());
        assertThat(first.author()).isEqualTo(shop.address.user());
        assertThat(at("K2")).isNull();

        messages.heard(first.id());
        messages.heard(first.id());
        assertThat(at("K1").words()).isEqualTo("And close at six");
        messages.heard(at("K1").id());
        assertThat(at("K1")).isNull();
        assertThat(shop.count("audit_entry where action = 'counter.message' and subject_id = 'K1'")).isEqualTo(2);
        assertThat(shop.count("audit_entry where action = 'counter.message_read'")).as("once each").isEqualTo(2);
    }

    @Test
    void endsWithItsBusinessDay() {
        shop.counters.lease("K1");
        messages.tell("K1", "Close early tonight");
        shop.clock.set(Instant.parse("2026-11-21T02:59:00Z"));
        assertThat(at("K1").words()).as("03:59, the day before still").isEqualTo("Close early tonight");
        shop.pass(TicketShop.MINUTE);
        assertThat(at("K1")).as("04:00, another shift").isNull();
        messages.tell("K1", "Good morning");
        assertThat(at("K1").words()).isEqualTo("Good morning");
    }

    @Test
    void isRefusedWhereNobodyCouldReadIt() {
        assertRefused("not_found", () -> messages.tell("K9", "Is anybody there?"));
        shop.counters.lease("K1");
        assertRefused("invalid", () -> messages.tell("K1", "  "));
        assertRefused("invalid", () -> messages.tell("K1", "x".repeat(CounterMessages.LONGEST + 1)));
    }

    @Test
    @Tag("L08")
    void isWrittenAndReadByThoseWhoWorkAtCountersAlone() {
        shop.counters.lease("K1");
        for (String role : List.of("callboard_kiosk", "callboard_gateway", "callboard_worker")) {
            try (Database database = Database.open(TestServers.addressFor(shop.address, role), 1)) {
                assertThatExceptionOfType(NotPermitted.class).as(role)
                        .isThrownBy(() -> new CounterMessages(database, Signals.none()).tell("K1", "hello"));
            }
        }
        try (Database database = Database.open(TestServers.addressFor(shop.address, "callboard_staff"), 1)) {
            CounterMessages theirs = new CounterMessages(database, Signals.none());
            theirs.tell("K1", "hello");
            theirs.heard(at("K1").id());
        }
        assertThat(at("K1")).isNull();
    }

    private CounterMessage at(String counter) {
        return sights.of(counter, List.of(), TicketShop.MINUTE).message();
    }
}
