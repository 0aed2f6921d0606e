package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

import picocli.CommandLine.Parameters;

/** A command on one ticket. */
abstract class TicketAct implements Command {
    @Parameters(paramLabel = "ID", description = "The ticket, by id or by its code of today.")
    private String id;

    @Override
    public final Answer run(Session session) {
        return TicketAnswer.answer(act(session.shop().tickets(), session.shop().ticketCodes().idOf(id), session));
    }

    abstract Ticket act(Tickets tickets, UUID ticket, Session session);
}
