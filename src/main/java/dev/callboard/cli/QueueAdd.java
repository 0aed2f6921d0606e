package dev.callboard.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "add", description = "Open a new queue.")
final class QueueAdd implements Command {
    @Parameters(paramLabel = "CODE", description = "Short code, the beginning of its tickets.")
    private String code;

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "What visitors read.")
    private String name;

    @Override
    public Answer run(Session session) {
        return Answer.of(QueueAnswer.of(session.shop().queues().add(code, name)));
    }
}
