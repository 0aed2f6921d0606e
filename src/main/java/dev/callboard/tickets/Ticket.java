package dev.callboard.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A visitor's turn.
 *
 * @param origin queue of issue; with day and number it names the ticket to people
 * @param day business day of issue
 * @param queue where it stands now
 * @param customer reference of the customer, or null for an anonymous visitor
 * @param priority 0 or 1
 * @param orderId the order that it is about, or null
 * @param counter where it is or was called, or null
 * @param joinedAt first arrival
 * @param calledAt the present call, or null
 * @param servingAt begin of the service, or null
 * @param endedAt when it was completed, cancelled, expired or marked a no-show, or null
 * @param heldUntil when a hold ends by itself, or null
 * @param recalls how often the present call was repeated
 * @param ahead above 0 for one that was put in front of everybody
 * @param lastKind what happened to it last, at {@code lastAt}
 * @param position place in the calling order, from 1; null unless WAITING, and where nobody counted
 */
public record Ticket(UUID id, String origin, LocalDate day, int number, String queue, TicketState state,
        String customer, int priority, UUID orderId, String counter, Instant joinedAt, Instant calledAt,
        Instant servingAt, Instant endedAt, Instant heldUntil, int recalls, int ahead, TicketEventKind lastKind,
        Instant lastAt, Integer position) {

    /** The code that people see, {@code A-042}. Only for display: never sorted, never parsed. */
    public String code() {
        return "%s-%03d".formatted(origin, number);
    }

    /** The same ticket at that place. */
    Ticket at(Integer place) {
        return new Ticket(id, origin, day, number, queue, state, customer, priority, orderId, counter, joinedAt,
                calledAt,
                servingAt, endedAt, heldUntil, recalls, ahead, lastKind, lastAt, place);
    }
}
