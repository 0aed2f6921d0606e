package dev.callboard.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Money to be given back.
 *
 * @param state {@code DUE} until it has been given, then {@code DONE}; {@code FAILED} where a person must give it
 * @param doneAt when it has been given, or null
 * @param byHand true for money taken at the counter: a person gives it back
 */
public record Refund(UUID paymentId, BigDecimal amount, String state, Instant doneAt, boolean byHand) {

    /** Whether the money has been given. */
    public boolean isDone() {
        return state.equals("DONE");
    }

    /** Whether it stays owed until a person gives it: no provider does. */
    public boolean isForAPerson() {
        return state.equals("FAILED") || byHand && !isDone();
    }
}
