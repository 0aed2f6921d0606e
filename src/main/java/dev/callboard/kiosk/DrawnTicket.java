package dev.callboard.kiosk;

import java.util.Optional;

import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QuotedWait;
import dev.callboard.tickets.Ticket;

/**
 * A ticket just taken, as its page shows it.
 *
 * @param quoted told at the moment of taking, if it could be reckoned
 * @param link where its visitor can follow it, if there is a gateway
 * @param already true where it was taken before, by the same customer
 */
record DrawnTicket(Ticket ticket, Queue queue, Optional<QuotedWait> quoted, Optional<String> link,
        boolean already) {

    /** People who are called before. */
    int ahead() {
        return ticket.position() == null ? 0 : ticket.position() - 1;
    }
}
