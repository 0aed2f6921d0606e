package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("T20")
class BusinessDayTest {
    private final TicketShop shop = new TicketShop(4);

    @AfterEach
    void close() {
        shop.close();
    }

    /** Berlin's clocks, a roll-over at four; on 29 March they go from two to three, on 25 October from three to two. */
    @ParameterizedTest
    @CsvSource({"2026-03-02T22:59:00Z, 2026-03-02", "2026-03-03T02:59:59Z, 2026-03-02",
        "2026-03-03T03:00:00Z, 2026-03-03", "2026-03-29T01:59:59Z, 2026-03-28",
        "2026-03-29T02:00:00Z, 2026-03-29", "2026-10-25T02:59:59Z, 2026-10-24",
        "2026-10-25T03:00:00Z, 2026-10-25"})
    void aTicketBelongsToTheDayThatTheShopIsIn(Instant at, LocalDate day) {
        shop.clock.set(at);
        assertThat(shop.join("A").day()).isEqualTo(day);
    }

    @Test
    void whatIsLeftEndsAndTheCounterIsFree() {
        shop.clock.set(Instant.parse("2026-03-02T10:00:00Z"));
        UUID called = shop.join("A").id();
        UUID held = shop.join("A").id();
        UUID waiting = shop.join("A").id();
        UUID done = shop.join("A").id();
        shop.call("K1");
        shop.tickets.hold(held, LeaseToken.none(), Duration.ofDays(1), null);
        shop.tickets.cancel(done, null);
        assertThat(shop.tickets.expireLeftovers()).isZero();
        // The hold, too, would end only later than the day.
        shop.pass(Duration.ofHours(23));
        UUID today = shop.join("A").id();
        assertThat(shop.tickets.expireLeftovers()).isEqualTo(3);
        assertThat(shop.tickets.expireLeftovers()).isZero();
        for (UUID left : new UUID[]{called, held, waiting}) {
            assertThat(shop.tickets.find(left).orElseThrow().state()).isEqualTo(TicketState.EXPIRED);
            assertThat(shop.tickets.events(left).getLast().reason()).isEqualTo("the business day is over");
        }
        assertThat(shop.tickets.find(done).orElseThrow().state()).isEqualTo(TicketState.CANCELLED);
        assertThat(shop.call("K1").id()).isEqualTo(today);
    }

    @Test
    @Tag("E14")
    void aJoinThatCommitsAfterTheSweepIsFoundByTheNext() throws Exception {
        shop.clock.set(Instant.parse("2026-03-02T02:59:59Z"));
        shop.join("A");
        try (Connection late = DriverManager.getConnection(shop.address.jdbcUrl(), shop.address.user(),
                shop.address.password())) {
            late.setAutoCommit(false);
            late.createStatement().execute("select set_config('callboard.clock', '2026-03-02T02:59:59Z', true)");
            late.createStatement()
                    .execute("select * from join_queue('A', null, 0, null, null, 'Europe/Berlin', '04:00')");
            shop.pass(Duration.ofSeconds(2));
            assertThat(shop.tickets.expireLeftovers()).isEqualTo(1);
            late.commit();
        }
        assertThat(shop.tickets.expireLeftovers()).isEqualTo(1);
    }

    @Test
    void whatAnEveningLeftBehindIsNotCalledInTheMorning() {
        shop.clock.set(Instant.parse("2026-03-02T19:00:00Z"));
        shop.join("A");
        shop.clock.set(Instant.parse("2026-03-03T08:00:00Z"));
        Ticket today = shop.join("A");

        assertThat(shop.call("K1").id()).isEqualTo(today.id());
    }
}
