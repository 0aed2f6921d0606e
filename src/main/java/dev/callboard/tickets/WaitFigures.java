package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the visitors of one queue waited. A wait is called − joined.
 *
 * @param queue code, or null for every queue together
 * @param begins the quarter of an hour in which they were called, or null for the whole business day
 * @param called how many were called
 * @param noShows how many of those did not come
 * @param median half of them waited no longer
 * @param ninety nine of ten waited no longer
 */
public record WaitFigures(String queue, Instant begins, int called, int noShows, Duration median, Duration ninety) {

    /** Share of those called who did not come, in whole percent. */
    public int noShowPercent() {
        return called == 0 ? 0 : Math.round(100f * noShows / called);
    }
}
