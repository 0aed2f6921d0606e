package dev.callboard.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;
import dev.callboard.tickets.TransferPlace;

/**
 * Everybody who had been served before the last quarter of an hour of the made-up Friday, and on the Friday before.
 * How long they waited follows the hours: a little in the morning, most at noon.
 */
final class FixtureVisits {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int PER_QUARTER = 5;
    private static final int MORNING = 20;
    private static final int WHOLE_DAY = 34;
    private static final double[] SPREAD = {0.5, 0.8, 1, 1.2};
    /** Median and nine of ten, in minutes, at each quarter of an hour from nine o'clock on. */
    private static final double[] MEDIANS = {2.1, 2.6, 3, 3.5, 4, 4.4, 4.1, 3.7, 4.2, 4.9, 5.6, 6.3, 6.8, 6.1, 5.5, 4.9,
        4.4, 4.6, 5, 5.3};
    private static final double[] NINETIES = {4.5, 5.6, 6.1, 7, 7.8, 8.6, 8.3, 7.9, 8.8, 10.1, 11.6, 13.2, 14, 12.4, 11,
        9.8, 9.1, 9.5, 10.3, 11.1};
    private static final double[] LAST_FRIDAY = {2, 2.5, 2.9, 3.3, 3.7, 4, 4.3, 4.4, 4.6, 4.5, 4.9, 5.4, 5.7, 5.6, 5.1,
        4.8, 4.4, 4.2, 4.2, 4.4, 4.7, 5, 5.4, 5.8, 6.2, 6, 5.7, 5.2, 4.6, 4.1, 3.7, 3.1, 2.7, 2.4};

    private final SampleShop shop;
    private final Consumer<Instant> clock;

    /** One visit. @param origin where the ticket was issued; another queue than the one that called it for some */
    private record Visit(String origin, String queue, Instant called, Duration waited, String counter, int seconds,
            boolean came) {
        Instant joined() {
            return called.minus(waited);
        }
    }

    /** @param clock holds the database's clock at the given moment */
    FixtureVisits(SampleShop shop, Consumer<Instant> clock) {
        this.shop = shop;
        this.clock = clock;
    }

    /** The whole of the Friday before. @param opening of that day */
    void aWeekBefore(Instant opening) {
        for (int quarter = 0; quarter < WHOLE_DAY; quarter++) {
            for (int turn = 0; turn < PER_QUARTER; turn++) {
                play(new Visit("A", "A", at(opening, quarter, turn), minutes(LAST_FRIDAY[quarter] * (0.6 + 0.2 * turn)),
                        "Counter 1", 200, true));
            }
        }
    }

    /** The morning of the day itself. @param opening of that day */
    void morning(Instant opening) {
        List<Visit> visits = new ArrayList<>();
        for (int turn = 0; turn < MORNING * PER_QUARTER; turn++) {
            visits.add(collecting(opening, turn));
        }
        at(visits, "13:03:30", 302);
        at(visits, "13:04:20", 540);
        at(visits, "13:05:40", 924);
        spread(visits, opening, new Many("B", "Counter 2", 22, 15, 492, 7.2, 14.3));
        spread(visits, opening, new Many("C", "Counter 4", 27, 17, 450, 4.3, 9.8));
        spread(visits, opening, new Many("D", "Counter 5", 8, 8, 380, 6, 10.5));
        visits.add(new Visit("D", "D", Instant.parse("2026-11-20T12:53:34Z"), minutes(6), "Counter 5", 380, true));
        visits.sort(Comparator.comparing(Visit::joined));
        visits.forEach(this::play);
    }

    /** Whoever had a late turn in the queue of the chart. */
    private static void at(List<Visit> visits, String called, int seconds) {
        visits.add(new Visit("D", "A", Instant.parse("2026-11-20T" + called + "Z"), Duration.ofSeconds(seconds),
                "Counter 6", 220, true));
    }

    /** Of a hundred who collected, thirty-six had a ticket of that queue; the others were sent over from Paint mixing. */
    private Visit collecting(Instant opening, int turn) {
        int quarter = turn / PER_QUARTER;
        int inQuarter = turn % PER_QUARTER;
        double minutes = inQuarter < SPREAD.length ? MEDIANS[quarter] * SPREAD[inQuarter]
                : (NINETIES[quarter] - 0.4 * MEDIANS[quarter] * SPREAD[SPREAD.length - 1]) / 0.6;
        boolean own = (turn + 1) * 36 / 100 > turn * 36 / 100;
        // who collects where: 37 and 30 so that the day's figures of the counters come out
        String counter = turn % 10 < 4 && turn < 91 ? "Counter 1"
                : turn % 10 < 7 && turn != 91 ? "Counter 3" : "Counter 6";
        boolean came = !(turn == 34 || turn == 66 || turn == 28 || turn == 59);
        return new Visit(own ? "A" : "D", "A", at(opening, quarter, inQuarter), minutes(minutes), counter,
                counter.equals("Counter 1") ? 211 : counter.equals("Counter 3") ? 228 : 220, came);
    }

    /** Visits that are spread over the morning. @param own how many had a ticket of that queue */
    private record Many(String queue, String counter, int visits, int own, int seconds, double median, double ninety) {}

    private static void spread(List<Visit> visits, Instant opening, Many many) {
        for (int turn = 0; turn < many.visits(); turn++) {
            // any order that mixes short and long waits through the morning
            double share = (turn * 7 % many.visits() + 0.5) / many.visits();
            double minutes = share < 0.5
                    ? many.median() * (0.4 + 1.2 * share)
                    : many.median() + (many.ninety() - many.median()) * (share - 0.5) / 0.4;
            boolean own = (turn + 1) * many.own() / many.visits() > turn * many.own() / many.visits();
            Instant called = opening.plus(Duration.ofMinutes(14))
                    .plus(Duration.ofMinutes(270).multipliedBy(turn).dividedBy(many.visits()));
            visits.add(new Visit(own ? many.queue() : "D", many.queue(), called, minutes(minutes), many.counter(),
                    many.seconds(), true));
        }
    }

    private static Instant at(Instant opening, int quarter, int turn) {
        return opening.plus(QUARTER.multipliedBy(quarter)).plusSeconds(120 + turn * 160L);
    }

    private static Duration minutes(double minutes) {
        return Duration.ofSeconds(Math.round(minutes * 60));
    }

    private void play(Visit visit) {
        Tickets tickets = shop.commands().tickets();
        clock.accept(visit.joined());
        Ticket ticket = shop.join(visit.origin(), null, false, null);
        if (!visit.origin().equals(visit.queue())) {
            tickets.transfer(ticket.id(), LeaseToken.none(), visit.queue(), TransferPlace.BY_ARRIVAL, "asked for it");
        }
        clock.accept(visit.called());
        tickets.call(ticket.id(), visit.counter(), LeaseToken.none(), "as it was");
        if (!visit.came()) {
            clock.accept(visit.called().plusSeconds(95));
            tickets.noShow(ticket.id(), LeaseToken.none());
            return;
        }
        Instant came = visit.called().plusSeconds(25);
        clock.accept(came);
        tickets.serve(ticket.id(), LeaseToken.none());
        clock.accept(came.plusSeconds(visit.seconds() - 10 + ticket.number() * 11L % 20));
        tickets.complete(ticket.id(), LeaseToken.none());
    }
}
