package dev.callboard.tickets;

/** What can happen to a ticket. */
public enum TicketEventKind {
    JOINED, CALLED, RECALLED, SERVING, COMPLETED, NO_SHOW, HELD, RESUMED, CANCELLED, TRANSFERRED, EXPIRED, UNDONE
}
