package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.settings.KnownSettings;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

@picocli.CommandLine.Command(name = "undo", description = "Take back the last act on a ticket.")
final class TicketUndo extends TicketAct {

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.undo(id, LeaseToken.none(), session.settings().get(KnownSettings.TICKET_UNDO));
    }
}
