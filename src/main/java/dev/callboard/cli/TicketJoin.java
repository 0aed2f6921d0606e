package dev.callboard.cli;

import java.util.UUID;

import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Tickets;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "join", description = "Draw a ticket.")
final class TicketJoin implements Command {
    @Parameters(paramLabel = "CODE", description = "The queue.")
    private String queue;

    @Option(names = "--customer", paramLabel = "REF", description = "Reference of a known customer.")
    private String customer;

    @Option(names = "--priority", paramLabel = "N", defaultValue = "0", description = "0 or 1.")
    private int priority;

    @Option(names = "--order", paramLabel = "ID", description = "The order that it is about, by id or number.")
    private String order;

    @Option(names = "--key", paramLabel = "TOKEN", description = "Makes a repeated request give the same ticket.")
    private String key;

    @Override
    public Answer run(Session session) {
        UUID orderId = order == null ? null : session.shop().orders().idOf(order);
        Tickets tickets = session.shop().tickets();
        return TicketAnswer
                .answer(tickets.placed(tickets.join(new JoinRequest(queue, customer, priority, orderId, key))));
    }
}
