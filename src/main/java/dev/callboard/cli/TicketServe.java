package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

@picocli.CommandLine.Command(name = "serve", description = "The visitor has come.")
final class TicketServe extends TicketAct {

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.serve(id, LeaseToken.none());
    }
}
