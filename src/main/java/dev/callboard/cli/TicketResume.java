package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

@picocli.CommandLine.Command(name = "resume", description = "Bring a ticket on hold, or a no-show, back to its old place.")
final class TicketResume extends TicketAct {

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.resume(id);
    }
}
