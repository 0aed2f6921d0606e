package dev.callboard.payments;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A customer's attempt to pay an order by card.
 *
 * @param state {@code STARTED}, {@code CAPTURED} or {@code FAILED}
 * @param intent the provider's name for it, or null while it is not known
 */
public record CardPayment(UUID id, UUID order, String state, BigDecimal amount, String intent) {}
