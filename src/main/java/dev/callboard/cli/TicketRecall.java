package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

@picocli.CommandLine.Command(name = "recall", description = "Repeat a call.")
final class TicketRecall extends TicketAct {

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.recall(id, LeaseToken.none());
    }
}
