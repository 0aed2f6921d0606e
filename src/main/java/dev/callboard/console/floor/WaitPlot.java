package dev.callboard.console.floor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.QueueRule;
import dev.callboard.tickets.WaitFigures;

/**
 * What the chart of waits draws.
 *
 * @param begins the hour at its left edge
 * @param ends the hour at its right edge
 * @param now the present minute
 * @param quarters of today, in order
 * @param lastWeek of the same weekday a week before, as if they were today
 */
record WaitPlot(Instant begins, Instant ends, Instant now, Duration target, Duration limit, List<WaitFigures> quarters,
        List<WaitFigures> lastWeek) {
    private static final int FEWEST_HOURS = 4;

    /** What a queue aims for. */
    record Aim(Duration target, Duration limit) {}

    /** @param queue code, or null for all together */
    static WaitPlot of(FloorSnapshot at, String queue, Aim aim, ZoneId zone) {
        List<WaitFigures> today = at.day().quarters(queue);
        ZonedDateTime now = at.asOf().atZone(zone);
        List<WaitFigures> before = at.day().quartersLastWeek(queue).stream().map(each -> aWeekLater(each, zone))
                .toList();
        Hours hours = Hours.of(at.sight(), queue, now, Stream.concat(today.stream(), before.stream()).toList());
        return new WaitPlot(hours.begins(), hours.ends(), at.asOf().truncatedTo(ChronoUnit.MINUTES), aim.target(),
                aim.limit(), today, before);
    }

    /** False before the first and after the last hour that is drawn. */
    boolean showsNow() {
        return !now.isBefore(begins) && !now.isAfter(ends);
    }

    private static WaitFigures aWeekLater(WaitFigures each, ZoneId zone) {
        return new WaitFigures(each.queue(), each.begins().atZone(zone).plusWeeks(1).toInstant(), each.called(),
                each.noShows(), each.median(), each.ninety());
    }

    /** The hours that are drawn: those in which the queue is open, and any other in which somebody was called. */
    private record Hours(Instant begins, Instant ends) {

        static Hours of(FloorSight sight, String queue, ZonedDateTime now, List<WaitFigures> points) {
            List<LocalTime> opens = rules(sight, queue).map(QueueRule::opens).filter(java.util.Objects::nonNull)
                    .sorted().toList();
            List<LocalTime> closes = rules(sight, queue).map(QueueRule::closes).filter(java.util.Objects::nonNull)
                    .sorted().toList();
            Instant first = opens.isEmpty() ? now.toInstant() : now.with(opens.getFirst()).toInstant();
            Instant last = closes.isEmpty() ? now.toInstant() : now.with(closes.getLast()).toInstant();
            for (WaitFigures point : points) {
                first = point.begins().isBefore(first) ? point.begins() : first;
                last = point.begins().isAfter(last) ? point.begins().plusSeconds(1) : last;
            }
            ZonedDateTime begin = first.atZone(now.getZone()).truncatedTo(ChronoUnit.HOURS);
            ZonedDateTime end = last.plusSeconds(3_599).atZone(now.getZone()).truncatedTo(ChronoUnit.HOURS);
            ZonedDateTime least = begin.plusHours(FEWEST_HOURS);
            return new Hours(begin.toInstant(), (end.isBefore(least) ? least : end).toInstant());
        }

        private static Stream<QueueRule> rules(FloorSight sight, String queue) {
            return sight.rules().entrySet().stream().filter(each -> queue == null || each.getKey().equals(queue))
                    .map(java.util.Map.Entry::getValue);
        }
    }
}
