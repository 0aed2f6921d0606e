package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;

/**
 * One counter's business day so far.
 *
 * @param done tickets completed there
 * @param medianService completed − serving of those, or null without one
 * @param lastActAt when anything happened there last, or null
 */
public record CounterFigures(String counter, int done, Duration medianService, Instant lastActAt) {}
