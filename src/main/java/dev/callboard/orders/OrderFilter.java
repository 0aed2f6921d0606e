package dev.callboard.orders;

/** Which orders a list shows. */
public enum OrderFilter {
    ALL,
    /** Orders with which something will still happen. */
    OPEN, FAILED,
    /** Reservations that run out within {@link OrderLists#SOON}. */
    EXPIRING
}
