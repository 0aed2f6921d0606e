package dev.callboard.stock;

/** Why stock on hand changed. */
public enum MovementKind {
    RECEIVE, SHIP, CANCEL_RETURN, CUSTOMER_RETURN, WRITE_OFF, ADJUSTMENT
}
