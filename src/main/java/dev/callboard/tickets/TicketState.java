package dev.callboard.tickets;

import java.util.Set;

/** Where a ticket is in its life. Undo walks an arrow backwards and is not a successor. */
public enum TicketState {
    WAITING, CALLED, SERVING, COMPLETED, NO_SHOW, HELD, CANCELLED, EXPIRED;

    /** The states that may come next. A recall leaves CALLED as it is, a transfer may leave WAITING as it is. */
    public Set<TicketState> successors() {
        return switch (this) {
            case WAITING -> Set.of(WAITING, CALLED, HELD, CANCELLED, EXPIRED);
            case CALLED -> Set.of(CALLED, SERVING, NO_SHOW, HELD, CANCELLED, WAITING, EXPIRED);
            case SERVING -> Set.of(COMPLETED, HELD, WAITING, EXPIRED);
            case HELD -> Set.of(WAITING, CANCELLED, EXPIRED);
            case NO_SHOW -> Set.of(WAITING);
            case COMPLETED, CANCELLED, EXPIRED -> Set.of();
        };
    }

    /** True while the visitor is still to be served: a customer has one such ticket per queue. */
    public boolean isOpen() {
        return this == WAITING || this == CALLED || this == SERVING || this == HELD;
    }

    /** True while the ticket occupies its counter. */
    public boolean isAtCounter() {
        return this == CALLED || this == SERVING;
    }
}
