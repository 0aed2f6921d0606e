package dev.callboard.triage;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a background duty left for a person, all of one kind together.
 *
 * @param kind as it was raised, for example {@code order.failed}
 * @param count how many subjects
 * @param newest id of the newest: handling goes up to it, not further
 * @param at when that one was raised
 * @param message of that one
 * @param stake worth of the orders concerned, or null where it is not about orders
 */
public record OpenAlert(String kind, long count, long newest, Instant at, String message, BigDecimal stake) {}
