package dev.callboard.console.cancel;

import java.time.Instant;

import dev.callboard.orders.Order;

/**
 * One order that somebody wants to cancel, as they saw it.
 *
 * @param job short number of its job, or null before there is one
 * @param attempts how often the job was tried; 0 where the screen does not know
 * @param since when it came into its present state
 */
public record CancelTarget(Order order, String job, int attempts, Instant since) {}
