package dev.callboard.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.callboard.tickets.CounterPlaces;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.FloorCause;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueRule;
import dev.callboard.tickets.QueueRules;
import dev.callboard.triage.OpenAlerts;

/** What a supervisor sees of the made-up Friday beside its visitors: who sits where, and what was handled. */
public final class FixtureFloor {
    /** Who sits at which counter since when; whoever works the Desk of the pictures comes by themselves. */
    private static final List<Staff> STAFF = List.of(new Staff("Counter 1", "Tomasz Nowak", "10:02:14"),
            new Staff("Counter 2", "Aoife Kelly", "08:58:40"), new Staff("Counter 4", "Daniel Okafor", "11:15:02"),
            new Staff("Counter 5", "Luca Moretti", "13:30:21"));
    private static final String CLOSED = "Counter 6";
    private static final Map<String, List<String>> SERVED = Map.of("Counter 1", List.of("A"), "Counter 2",
            List.of("B"), "Counter 3", List.of("A", "C"), "Counter 4", List.of("C"), "Counter 5", List.of("D"),
            CLOSED, List.of("A"));
    private static final Duration WORKING_DAY = Duration.ofHours(9);
    private static final int HANDLED = 11;

    private record Staff(String counter, String login, String since) {}

    private final Consumer<Instant> clock;

    /** @param clock holds the database's clock at the given moment */
    public FixtureFloor(Consumer<Instant> clock) {
        this.clock = clock;
    }

    /** The logins that {@link #seat} needs. */
    public static List<String> logins() {
        return STAFF.stream().map(Staff::login).toList();
    }

    /** Says when the queues are open, and which of them each counter serves. */
    public void open(List<Queue> queues, QueueRules rules, CounterPlaces places) {
        at("09:00:00");
        queues.forEach(queue -> rules.set(queue.code(),
                new QueueRule(queue.name(), null, null, LocalTime.of(9, 0), LocalTime.of(18, 0))));
        if (places.served(CLOSED).isEmpty()) {
            places.add(CLOSED);
        }
        SERVED.forEach(places::serve);
        at("14:06:48");
        places.retire(FixtureVisits.GONE);
    }

    /** Everybody takes their counter. @param counters those of a login, leased for that long */
    public void seat(Function<String, Function<Duration, Counters>> counters) {
        for (Staff staff : STAFF) {
            at(staff.since());
            counters.apply(staff.login()).apply(WORKING_DAY).lease(staff.counter());
        }
    }

    /** What somebody took on in the morning. */
    public void handle(List<Queue> queues, OpenAlerts alerts) {
        for (int alert = 0; alert < HANDLED; alert++) {
            Queue queue = queues.get(alert % queues.size());
            at("%02d:%02d:05".formatted(9 + alert / 3, 10 + alert % 3 * 14));
            Instant since = FixtureDay.momentOf("%02d:%02d:05".formatted(9 + alert / 3, 2 + alert % 3 * 14));
            alerts.settle(new FloorCause.Unserved(queue, since), "No counter serves " + queue.name());
        }
    }

    private void at(String time) {
        clock.accept(FixtureDay.momentOf(time));
    }
}
