package dev.callboard.cli;

import java.util.List;

import dev.callboard.tickets.LeaseToken;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "next", description = "Call whoever is next.")
final class TicketNext implements Command {
    @Parameters(paramLabel = "CODE", arity = "1..*", description = "The queues to call from.")
    private List<String> queues;

    @Option(names = "--counter", required = true, paramLabel = "NAME", description = "Where the visitor is to come.")
    private String counter;

    @Override
    public Answer run(Session session) {
        return TicketAnswer.answer(session.shop().tickets().callNext(queues, counter, LeaseToken.none()));
    }
}
