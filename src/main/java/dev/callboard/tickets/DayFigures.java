package dev.callboard.tickets;

import java.time.Duration;

/**
 * What one login has done at one counter in the present business day so far.
 *
 * @param completed tickets completed
 * @param noShows tickets whose visitor did not come, nor came back later
 * @param medianService completed − serving, or null where nothing was completed
 */
public record DayFigures(int completed, int noShows, Duration medianService) {}
