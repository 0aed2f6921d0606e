package dev.callboard.payments;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Money to be given back.
 *
 * @param state {@code DUE} until it has been given
 */
public record Refund(UUID paymentId, BigDecimal amount, String state) {}
