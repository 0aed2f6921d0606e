package dev.callboard.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to pay an order, and what became of it.
 *
 * @param provider {@code COUNTER} or {@code STRIPE}
 * @param state {@code STARTED}, {@code CAPTURED} or {@code FAILED}
 * @param capturedAt when the money came, or null
 * @param failure why it came to nothing, or null
 * @param refund {@code DUE}, {@code DONE} or {@code FAILED}; null where nothing is to be given back
 */
public record OrderPayment(UUID id, String provider, String state, BigDecimal amount, Instant capturedAt,
        String failure,
        String refund) {}
