package dev.callboard.tickets;

import java.time.Duration;

/**
 * One counter's day so far, from the events of its completed tickets.
 *
 * @param completed tickets completed
 * @param noShows tickets whose visitor did not come
 * @param meanWait called − joined, or null where nothing was completed
 * @param meanService completed − serving, or null where nothing was completed
 */
public record DayFigures(int completed, int noShows, Duration meanWait, Duration meanService) {}
