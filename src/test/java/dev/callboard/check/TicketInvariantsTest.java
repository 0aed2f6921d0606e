package dev.callboard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callboard.AtOnce;
import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

class TicketInvariantsTest {
    private final Database database = Database.open(TestServers.newDatabase(), 8);

    @BeforeEach
    void trade() {
        BusinessDay day = new BusinessDay(ZoneOffset.UTC, LocalTime.of(4, 0));
        Tickets tickets = new Tickets(database, day, Signals.none());
        new Queues(database, day, Signals.none()).add("A", "Collect");
        AtOnce.run(20, index -> tickets.join(JoinRequest.of("A", "c-" + index)));
        AtOnce.run(10, index -> {
            Ticket called = tickets.callNext(List.of("A"), "K" + index, LeaseToken.none());
            return index < 5 ? tickets.serve(called.id(), LeaseToken.none())
                    : tickets.undo(called.id(), LeaseToken.none(), Duration.ofMinutes(1));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void allHoldAfterTrade() {
        CheckReport report = CheckReport.of(TicketInvariants.of(database));
        assertThat(report.checks()).hasSize(9).allMatch(CheckResult::holds);
        assertThat(report.ok()).isTrue();
    }

    /** Each harm is done past the program, as a fault of the program would. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tickets.numbers_without_gap             | update queue_day set last = last + 1
            tickets.numbers_without_gap             | update ticket set number = 99 where number = 20
            tickets.numbers_unique                  | alter table ticket drop constraint ticket_number; update ticket set number = 1 where number = 2
            tickets.one_open_per_customer_and_queue | drop index ticket_open_customer; update ticket set customer = 'c-1'
            tickets.one_per_counter                 | drop index ticket_at_counter; update ticket set counter = 'K1' where state = 'SERVING'
            tickets.events_match_state              | update ticket set queue = queue, version = version + 1 where number = 20
            tickets.events_match_state              | delete from ticket_event where id = (select max(id) from ticket_event)
            tickets.events_follow_each_other        | update ticket_event set from_state = 'HELD' where kind = 'CALLED'
            tickets.times_match_state               | update ticket set serving_at = null where state = 'SERVING'
            tickets.every_change_audited            | delete from audit_entry where id = (select max(id) from audit_entry)
            queues.pause_within_day                 | update queue_day set paused = interval '26 hours'
            """)
    void eachFindsItsHarm(String name, String harm) {
        database.transaction(
                tx -> tx.handle().createScript("set local session_replication_role = replica; " + harm).execute());
        CheckReport report = CheckReport.of(TicketInvariants.of(database));
        assertThat(report.ok()).isFalse();
        CheckResult result = report.checks().stream().filter(check -> check.name().equals(name)).findAny()
                .orElseThrow();
        assertThat(result.violations()).isPositive();
        assertThat(result.examples()).hasSizeBetween(1, CheckResult.EXAMPLES).allMatch(line -> !line.isBlank());
    }
}
