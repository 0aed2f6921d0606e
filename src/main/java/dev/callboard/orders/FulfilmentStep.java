package dev.callboard.orders;

import java.time.Instant;

/**
 * One step of an order's fulfilment.
 *
 * @param name {@code inventory}, {@code email} or {@code invoice}
 * @param doneAt or null
 * @param note what was done, in a few words, or null
 * @param error of the latest attempt, or null once it succeeded
 * @param attempts made so far
 * @param lastAttempt or null
 */
public record FulfilmentStep(String name, Instant doneAt, String note, String error, int attempts,
        Instant lastAttempt) {}
