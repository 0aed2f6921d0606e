package dev.callboard.tickets;

import java.time.Instant;
import java.util.UUID;

/**
 * One call as a wall screen knows it: no names.
 *
 * @param id of the call's event; later calls have greater ones, though not always committed in that order
 * @param at when it was called
 * @param announced id of the call or of its latest recall
 * @param announcedAt when that was
 * @param withdrawnAt when it was taken back, or null
 */
public record BoardCall(long id, UUID ticketId, String queue, String origin, int number, String counter, Instant at,
        long announced, Instant announcedAt, Instant withdrawnAt, CallStatus status) {

    /** The code that people see. */
    public String code() {
        return "%s-%03d".formatted(origin, number);
    }
}
