package dev.callboard.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Money that was captured for an order.
 *
 * @param byHand true where it was taken at the counter: a person gives it back
 */
public record Payment(UUID id, BigDecimal amount, Instant capturedAt, boolean byHand) {}
