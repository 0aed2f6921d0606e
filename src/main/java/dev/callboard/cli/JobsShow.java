package dev.callboard.cli;

import dev.callboard.triage.JobCase;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "show", description = "Show a job with its evidence and audit.")
final class JobsShow implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1", paramLabel = "ID", description = "The job, by id or by the number that screens show.")
    private String id;

    @Option(names = "--traces", description = "Every stack trace whole, not the last attempt's alone; --json has them in any case.")
    private boolean traces;

    @Override
    public Answer run(Session session) {
        JobCase found = new NamedJobs(session, queue).show(id);
        return Answer.of(JobAnswer.of(found), JobSheet.of(found, traces));
    }
}
