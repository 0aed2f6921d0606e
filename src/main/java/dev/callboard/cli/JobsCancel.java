package dev.callboard.cli;

import java.util.List;

import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobActions;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "cancel", description = "Cancel the orders of failed jobs, with everything they took given back.")
final class JobsCancel implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1..*", paramLabel = "ID", arity = "1..*", description = "The jobs, by id or by the number that screens show.")
    private List<String> ids;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    public Answer run(Session session) {
        JobActions actions = session.shop().jobActions();
        return new NamedJobs(session, queue).act(ids, ActionResult.Result.CANCELLED,
                job -> actions.cancel(job, reason));
    }
}
