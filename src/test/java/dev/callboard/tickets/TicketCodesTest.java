package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ticket by what the paper says, in a shop with a history. */
@Tag("T04")
class TicketCodesTest {
    private final TicketShop shop = new TicketShop(2, "2026-03-02T10:00:00Z");
    private final TicketCodes codes = new TicketCodes(shop.database, TicketShop.DAY);

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aCodeIsThatOfTodaysTicketOrOfOneStillOpen() {
        shop.queues.add("A-1", "Advice");
        Ticket yesterdays = shop.join("A-1");
        shop.tickets.callNext(List.of("A-1"), "1", LeaseToken.none());
        shop.tickets.hold(yesterdays.id(), LeaseToken.none(), Duration.ofDays(1), null);
        assertThat(codes.idOf("A-1-001")).isEqualTo(yesterdays.id());
        shop.pass(Duration.ofHours(20));
        assertThat(codes.idOf("A-1-001")).isEqualTo(yesterdays.id());
        Ticket todays = shop.join("A-1");
        TicketShop.assertRefused("ambiguous", () -> codes.idOf("A-1-001"));
        shop.tickets.cancel(yesterdays.id(), null);
        assertThat(codes.idOf("A-1-001")).isEqualTo(todays.id());
        for (String none : List.of("A-001", "A-1-1", "A-1-0001", "A-1-01", "a-1-001", "-001", "A-1", "A-1-9999999999",
                "\0-001", "A-1-001\0")) {
            TicketShop.assertRefused("not_found", () -> codes.idOf(none));
        }
    }

    @Test
    void whoLooksForOneReadsNoHistory() {
        shop.execute("alter table ticket disable trigger all");
        shop.execute(
                """
                        insert into ticket (origin, day, number, queue, state, joined_at, place_at, ended_at, last_kind, last_at)
                        select 'A', date '2026-03-01' - day, number, 'A', 'CANCELLED', now(), now(), now(), 'CANCELLED', now()
                        from generate_series(1, 20) day, generate_series(1, 1500) number
                        """);
        shop.execute("analyze ticket");
        String plan = plan(TicketCodeStore.OF_CODE);
        assertThat(plan).doesNotContain("Seq Scan on ticket").contains("using ticket_number");
    }

    private String plan(String query) {
        List<String> lines = shop.database.transaction(tx -> tx.handle().createQuery("explain " + query)
                .bind("code", "A-001").bind("origin", "A").bind("number", 1).bind("zone", "Europe/Berlin")
                .bind("starts", "04:00").mapTo(String.class).list());
        return String.join("\n", lines);
    }
}
