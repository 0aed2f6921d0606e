package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.refusals.Refusal;

/** A shop with two queues on a database of its own, whose clock can be held. */
final class TicketShop implements AutoCloseable {
    static final BusinessDay DAY = new BusinessDay(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0));
    static final Duration MINUTE = Duration.ofMinutes(1);

    final PostgresAddress address = TestServers.newDatabase();
    final AtomicReference<Instant> clock = new AtomicReference<>();
    final Database database;
    final Queues queues;
    final Tickets tickets;
    final Counters counters;

    /** @param connections how many commands can run at once */
    TicketShop(int connections) {
        this(connections, null);
    }

    /** @param clock where the clock is held from the beginning, or null for the server's own */
    TicketShop(int connections, String clock) {
        this.clock.set(clock == null ? null : Instant.parse(clock));
        database = Database.withHeldClock(address, connections, this.clock::get);
        queues = new Queues(database, DAY, Signals.none());
        tickets = new Tickets(database, DAY, Signals.none());
        counters = new Counters(database, Duration.ofMinutes(2));
        queues.add("A", "Collect");
        queues.add("B", "Returns");
    }

    Ticket join(String queue) {
        return tickets.placed(tickets.join(JoinRequest.of(queue)));
    }

    Ticket join(String queue, String customer) {
        return tickets.placed(tickets.join(JoinRequest.of(queue, customer)));
    }

    Ticket call(String counter) {
        return tickets.callNext(List.of("A", "B"), counter, LeaseToken.none());
    }

    Ticket now(Ticket ticket) {
        return tickets.find(ticket.id()).orElseThrow();
    }

    void pass(Duration time) {
        clock.updateAndGet(at -> at.plus(time));
    }

    long count(String from) {
        return database.transaction(
                tx -> tx.handle().createQuery("select count(*) from " + from).mapTo(Long.class).one());
    }

    void execute(String sql) {
        database.transaction(tx -> tx.handle().execute(sql));
    }

    static void assertRefused(String code, ThrowingCallable command) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(command).returns(code, Refusal::code);
    }

    @Override
    public void close() {
        database.close();
    }
}
