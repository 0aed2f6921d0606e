package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "cancel", description = "The visitor does not want the ticket any more.")
final class TicketCancel extends TicketAct {
    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.cancel(id, reason);
    }
}
