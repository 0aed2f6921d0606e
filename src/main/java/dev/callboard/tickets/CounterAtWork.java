package dev.callboard.tickets;

import java.time.Instant;
import java.util.List;

/**
 * A counter as a supervisor sees it.
 *
 * @param holder login of whoever is there, or null
 * @param since when they took it, or null
 * @param serves codes of the queues called there; empty where nobody chose
 * @param ticket code of the ticket there, or null
 * @param state CALLED or SERVING, or null
 * @param ticketSince since when it is in that state, or null
 */
public record CounterAtWork(String name, String holder, Instant since, List<String> serves, String ticket,
        TicketState state, Instant ticketSince) {

    /** True where somebody is there, or a ticket is. */
    public boolean isStaffed() {
        return holder != null || ticket != null;
    }

    /** True where this queue is called. A counter for which nobody chose may call any. */
    public boolean isFor(String queue) {
        return serves.isEmpty() || serves.contains(queue);
    }
}
