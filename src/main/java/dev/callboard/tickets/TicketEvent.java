package dev.callboard.tickets;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened to a ticket; never changed, never deleted.
 *
 * @param from state before, or null for the join
 * @param counter where it happened, or null
 * @param actor database login
 * @param duty background duty, or null for a person
 * @param reason in the person's words, or null
 * @param reverts the event that an undo took back, or null
 */
public record TicketEvent(long id, UUID ticketId, Instant at, TicketEventKind kind, TicketState from, TicketState to,
        String queue, String counter, String actor, String duty, String reason, Long reverts) {}
