package dev.callboard.cli;

import dev.callboard.tickets.Ticket;

/** How a ticket is named in arguments, and answered. */
final class TicketAnswer {
    private TicketAnswer() {}

    static Answer answer(Ticket ticket) {
        return Answer.of(of(ticket));
    }

    static Document of(Ticket ticket) {
        return new Document().with("id", ticket.id()).with("code", ticket.code()).with("number", ticket.number())
                .with("queue", ticket.queue()).with("state", ticket.state()).with("customer", ticket.customer())
                .with("counter", ticket.counter()).with("joined_at", ticket.joinedAt())
                .with("called_at", ticket.calledAt()).with("serving_at", ticket.servingAt())
                .with("ended_at", ticket.endedAt()).with("held_until", ticket.heldUntil())
                .with("position", ticket.position()).with("priority", ticket.priority())
                .with("order", ticket.orderId()).with("day", ticket.day());
    }
}
