package dev.callboard.cli;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "show", description = "Show a job with its evidence and audit.")
final class JobsShow implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1", paramLabel = "ID", description = "The job.")
    private String id;

    @Override
    public Answer run(Session session) {
        return Answer.of(JobAnswer.of(session.shop().jobs().show(queue, id)));
    }
}
