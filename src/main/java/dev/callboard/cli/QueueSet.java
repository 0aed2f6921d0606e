package dev.callboard.cli;

import dev.callboard.tickets.QueueState;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "set", description = "Set what a queue does at present.")
final class QueueSet implements Command {
    @Parameters(index = "0", paramLabel = "CODE", description = "The queue.")
    private String code;

    @Parameters(index = "1", paramLabel = "STATE", description = "One of ${COMPLETION-CANDIDATES}.")
    private QueueState state;

    @Option(names = "--reason", paramLabel = "T", description = "Shown to visitors.")
    private String reason;

    @Override
    public Answer run(Session session) {
        return Answer.of(QueueAnswer.of(session.shop().queues().set(code, state, reason)));
    }
}
