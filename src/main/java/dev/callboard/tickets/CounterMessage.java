package dev.callboard.tickets;

import java.time.Instant;

/**
 * A line that somebody wrote to whoever sits at a counter.
 *
 * @param author login of whoever wrote it
 */
public record CounterMessage(long id, String counter, Instant at, String author, String words) {}
