package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

@picocli.CommandLine.Command(name = "no-show", description = "The visitor did not come.")
final class TicketNoShow extends TicketAct {

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.noShow(id, LeaseToken.none());
    }
}
