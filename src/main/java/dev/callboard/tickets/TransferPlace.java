package dev.callboard.tickets;

/** Where a transferred ticket stands in its new queue. */
public enum TransferPlace {
    /** Behind everybody. */
    END,
    /** Before everybody. */
    FRONT,
    /** By its first arrival, as if it had always waited there. */
    BY_ARRIVAL
}
