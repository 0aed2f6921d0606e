package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

@picocli.CommandLine.Command(name = "complete", description = "The visitor has been served.")
final class TicketComplete extends TicketAct {

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.complete(id, LeaseToken.none());
    }
}
