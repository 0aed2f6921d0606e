package dev.callboard.cli;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "pause", description = "Let no worker take jobs of a queue.")
final class JobsPause implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Override
    public Answer run(Session session) {
        return Answer.of(JobAnswer.of(session.shop().jobs().pause(queue)));
    }
}
