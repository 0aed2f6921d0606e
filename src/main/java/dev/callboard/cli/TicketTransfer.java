package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;
import dev.callboard.tickets.TransferPlace;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "transfer", description = "Move a ticket to another queue, under its old code.")
final class TicketTransfer extends TicketAct {
    @Option(names = "--to", required = true, paramLabel = "CODE", description = "The other queue.")
    private String queue;

    @Option(names = "--place", paramLabel = "PLACE", defaultValue = "END", description = "Where it stands there: one of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} without it.")
    private TransferPlace place;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        return tickets.transfer(id, LeaseToken.none(), queue, place, reason);
    }
}
