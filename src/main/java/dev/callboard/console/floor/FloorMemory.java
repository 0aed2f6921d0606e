package dev.callboard.console.floor;

import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

import dev.callboard.tickets.FloorDay;
import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.FloorSights;
import dev.callboard.tickets.WaitFigures;

/**
 * Remembers the day's figures, which cost more to read than what is now: they are read again when a ticket did
 * something since, and then at most every few seconds. For one reading thread at a time.
 */
final class FloorMemory {
    private static final Duration BETWEEN_READS = Duration.ofSeconds(5);
    private static final Duration A_WEEK_AGO_LASTS = Duration.ofMinutes(10);

    private final FloorSights sights;
    private final LongSupplier nanos;
    private FloorDay day;
    private long dayOfEvent;
    private long dayRead;
    private List<WaitFigures> lastWeek;
    private long lastWeekRead;

    /** @param nanos monotonic */
    FloorMemory(FloorSights sights, LongSupplier nanos) {
        this.sights = sights;
        this.nanos = nanos;
    }

    /** The figures that belong to what is seen now, a few seconds old at most. */
    synchronized FloorDay of(FloorSight now) {
        long here = nanos.getAsLong();
        if (lastWeek == null || here - lastWeekRead >= A_WEEK_AGO_LASTS.toNanos()) {
            lastWeek = sights.aWeekAgo();
            lastWeekRead = here;
            day = null;
        }
        boolean changed = now.lastEvent() != dayOfEvent;
        if (day == null || changed && here - dayRead >= BETWEEN_READS.toNanos()) {
            day = sights.today(lastWeek);
            dayOfEvent = now.lastEvent();
            dayRead = here;
        }
        return day;
    }

    /** The next figures are fresh ones: somebody asked for them. */
    synchronized void forget() {
        day = null;
    }
}
