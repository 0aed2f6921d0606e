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
    /** Whoever waits longer than the median of a quarter of an hour waits at least so long, in minutes. */
    private static final double OFTEN = 5.7;
    /** From the eleventh on the quarters of an hour at noon are busy ones: nobody waits less than their median. */
    private static final int BUSY_FROM = 10;
    private static final int BUSY_TO = 14;
    /** A counter of the morning that is taken away before the moment of the pictures. */
    static final String GONE = "Counter 7";
    /** Median and nine of ten, in minutes, at each quarter of an hour from nine o'clock on. */
    private static final double[] MEDIANS = {2.1, 2.6, 3, 3.5, 4, 4.4, 4.1, 3.7, 4.2, 4.9, 5.6, 6.3, 6.8, 6.1, 5.7, 4.9,
        4.4, 4.6, 5, 5.6};
    private static final double[] NINETIES = {4.5, 5.6, 6.1, 7, 7.8, 8.6, 8.3, 7.9, 8.8, 10.1, 11.6, 13.2, 14, 12.4, 11,
        9.8, 9.6, 9.6, 10.3, 11.1};
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
        spread(visits, opening, new Many("B", "Counter 2", 22, 15, 492, 430, 860));
        spread(visits, opening, new Many("C", "Counter 4", 27, 17, 450, 260, 588));
        spread(visits, opening, new Many("D", "Counter 5", 8, 8, 380, 362, 631));
        visits.add(new Visit("D", "D", Instant.parse("2026-11-20T12:53:37Z"), Duration.ofSeconds(363), "Counter 5", 380,
                true));
        visits.add(new Visit("D", "B", Instant.parse("2026-11-20T10:31:40Z"), Duration.ofSeconds(430), "Counter 2", 0,
                false));
        visits.add(new Visit("D", "C", Instant.parse("2026-11-20T11:02:20Z"), Duration.ofSeconds(260), "Counter 4", 0,
                false));
        visits.sort(Comparator.comparing(Visit::joined));
        visits.forEach(this::play);
    }

    /** Whoever had a late turn in the queue of the chart. */
    private static void at(List<Visit> visits, String called, int seconds) {
        visits.add(new Visit("D", "A", Instant.parse("2026-11-20T" + called + "Z"), Duration.ofSeconds(seconds),
                GONE, 40, true));
    }

    /** Of a hundred who collected, thirty-six had a ticket of that queue; the others were sent over from Paint mixing. */
    private Visit collecting(Instant opening, int turn) {
        int quarter = turn / PER_QUARTER;
        int inQuarter = turn % PER_QUARTER;
        boolean own = (turn + 1) * 36 / 100 > turn * 36 / 100;
        // who collects where: 37 and 30 so that the day's figures of the counters come out
        String counter = turn % 10 < 4 && turn < 91 ? "Counter 1"
                : turn % 10 < 7 && turn != 91 ? "Counter 3" : GONE;
        boolean came = !(turn == 34 || turn == 66 || turn == 28 || turn == 59);
        return new Visit(own ? "A" : "D", "A", at(opening, quarter, inQuarter), minutes(waited(quarter, inQuarter)),
                counter,
                counter.equals("Counter 1") ? 211 : counter.equals("Counter 3") ? 228 : 220, came);
    }

    /** Of five in a quarter of an hour: so long that its median and its nine of ten come out, and those of the day. */
    private static double waited(int quarter, int inQuarter) {
        double median = MEDIANS[quarter];
        double ninety = NINETIES[quarter];
        double often = Math.max(median, Math.min(OFTEN, ninety));
        return switch (inQuarter) {
            case 0 -> quarter >= BUSY_FROM && quarter <= BUSY_TO ? median : 0.6 * median;
            case 1, 2 -> median;
            case 3 -> often;
            // one more is called in the last quarter, who hardly waited
            default -> quarter == MORNING - 1 ? 2 * ninety - often : (ninety - 0.4 * often) / 0.6;
        };
    }

    /**
     * Visits that are spread over the morning.
     *
     * @param own how many had a ticket of that queue
     * @param median of their waits, in seconds; several waited just so long, so that it stays when others come
     * @param ninety nine of ten of their waits, in seconds; the same
     */
    private record Many(String queue, String counter, int visits, int own, int seconds, int median, int ninety) {

        /** @param share from 0 for whoever waited least to 1 */
        Duration wait(double share) {
            double seconds = share < 0.42 ? median * (0.4 + 1.4 * share)
                    : share < 0.62 ? median
                            : share < 0.8 ? median + (ninety - median) * (share - 0.62) / 0.2
                                    : share < 0.95 ? ninety : ninety * 1.2;
            return Duration.ofSeconds(Math.round(seconds));
        }
    }

    private static void spread(List<Visit> visits, Instant opening, Many many) {
        for (int turn = 0; turn < many.visits(); turn++) {
            // any order that mixes short and long waits through the morning
            double share = (turn * 7 % many.visits() + 0.5) / many.visits();
            boolean own = (turn + 1) * many.own() / many.visits() > turn * many.own() / many.visits();
            Instant called = opening.plus(Duration.ofMinutes(14))
                    .plus(Duration.ofMinutes(270).multipliedBy(turn).dividedBy(many.visits()));
            visits.add(new Visit(own ? many.queue() : "D", many.queue(), called, many.wait(share), many.counter(),
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
        clock.accept(came.plusSeconds(visit.seconds() + 8L * (visit.joined().getEpochSecond() % 3 - 1)));
        tickets.complete(ticket.id(), LeaseToken.none());
    }
}
