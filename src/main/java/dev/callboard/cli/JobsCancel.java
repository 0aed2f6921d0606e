package dev.callboard.cli;

import java.util.List;

import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobKey;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "cancel", description = "Cancel the orders of failed jobs, with everything they took given back.")
final class JobsCancel implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1..*", paramLabel = "ID", arity = "1..*", description = "The jobs.")
    private List<String> ids;

    @Option(names = "--reason", required = true, paramLabel = "T", description = "Audited.")
    private String reason;

    @Override
    public Answer run(Session session) {
        JobActions actions = session.shop().jobActions();
        BatchProgress progress = session.progress(ids.size());
        return JobAnswer.of(progress.each(ids, id -> actions.cancel(new JobKey(queue, id), reason)),
                ActionResult.Result.CANCELLED, progress);
    }
}
