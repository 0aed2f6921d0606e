package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "call", description = "Call a chosen ticket, out of order.")
final class TicketCall extends TicketAct {
    @Option(names = "--counter", required = true, paramLabel = "NAME", description = "Where the visitor is to come.")
    private String counter;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why not in order; audited.")
    private String reason;

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.call(id, counter, LeaseToken.none(), reason);
    }
}
