package dev.callboard.gateway;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.refusals.Refusal;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

import io.javalin.http.Context;

/** Joining a queue, and seeing one's place in it. */
final class TicketRoutes {
    private final Tickets tickets;

    TicketRoutes(Tickets tickets) {
        this.tickets = tickets;
    }

    /** {@code {"customer"?}}; priority is for the shop to give. The same {@code Idempotency-Key} is the same ticket. */
    void join(Context context) {
        JsonNode body = Body.object(context);
        Ticket ticket = tickets.join(new JoinRequest(context.pathParam("code"), Body.text(body, "customer"), 0, null,
                context.header("Idempotency-Key")));
        context.header("Location", "/tickets/" + ticket.id());
        shown(tickets.placed(ticket)).send(context, 201);
    }

    void show(Context context) {
        UUID id = PathId.of(context, "ticket");
        shown(tickets.find(id).orElseThrow(() -> Refusal.notFound("ticket", id.toString()))).send(context, 200);
    }

    private static Reply shown(Ticket ticket) {
        return new Reply().with("id", ticket.id()).with("code", ticket.code()).with("number", ticket.number())
                .with("queue", ticket.queue()).with("state", ticket.state()).with("place", ticket.position())
                .with("counter", ticket.counter()).with("joined_at", ticket.joinedAt())
                .with("called_at", ticket.calledAt()).with("ended_at", ticket.endedAt());
    }
}
