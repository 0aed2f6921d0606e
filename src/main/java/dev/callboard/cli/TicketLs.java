package dev.callboard.cli;

import java.time.LocalDate;
import java.util.Set;

import dev.callboard.tickets.TicketState;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "ls", description = "Show a queue's tickets in calling order.")
final class TicketLs implements Command {
    @Parameters(paramLabel = "CODE", description = "The queue.")
    private String queue;

    @Option(names = "--state", paramLabel = "STATE", split = ",", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<TicketState> states = Set.of();

    @Option(names = "--day", paramLabel = "YYYY-MM-DD", description = "Business day; without it, the present one.")
    private LocalDate day;

    @Override
    public Answer run(Session session) {
        return Answer
                .of(session.shop().tickets().list(queue, states, day).stream().map(TicketAnswer::of).toList());
    }
}
