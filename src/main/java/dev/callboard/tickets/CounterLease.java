package dev.callboard.tickets;

import java.time.Instant;

/**
 * A console's hold on a counter. It ends by itself unless renewed, so that a dead console frees its counter.
 *
 * @param holder database login
 * @param since when this console took it
 * @param until by the database's clock
 */
public record CounterLease(String counter, LeaseToken token, String holder, Instant since, Instant until) {}
