package dev.callboard.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Money that was captured for an order. */
public record Payment(UUID id, BigDecimal amount, Instant capturedAt) {}
