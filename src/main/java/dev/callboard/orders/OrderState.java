package dev.callboard.orders;

import java.util.Set;

/** Where an order stands. */
public enum OrderState {
    RESERVED, PAYMENT_PENDING, PAID, PROCESSING, COMPLETED, FAILED, CANCELLED, EXPIRED;

    /** The states that may follow this one. */
    public Set<OrderState> successors() {
        return switch (this) {
            case RESERVED -> Set.of(PAYMENT_PENDING, EXPIRED, CANCELLED);
            case PAYMENT_PENDING -> Set.of(PAID, RESERVED, EXPIRED);
            case PAID -> Set.of(PROCESSING, FAILED, CANCELLED);
            case PROCESSING -> Set.of(COMPLETED, FAILED);
            case FAILED -> Set.of(PAID, CANCELLED);
            case COMPLETED, CANCELLED, EXPIRED -> Set.of();
        };
    }

    /** True where nothing more will happen to the order, save a customer's return. */
    public boolean isDone() {
        return successors().isEmpty();
    }
}
