package dev.callboard.cli;

import java.time.Duration;
import java.util.UUID;

import dev.callboard.settings.KnownSettings;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "hold", description = "Set a ticket aside; it comes back by itself.")
final class TicketHold extends TicketAct {
    @Option(names = "--for", paramLabel = "TIME", description = "For example 5m, at most 24h; ticket.hold without it.")
    private Duration length;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    Ticket act(Tickets tickets, UUID id, Session session) {
        Duration chosen = length == null ? session.settings().get(KnownSettings.TICKET_HOLD) : length;
        return tickets.hold(id, LeaseToken.none(), chosen, reason);
    }
}
