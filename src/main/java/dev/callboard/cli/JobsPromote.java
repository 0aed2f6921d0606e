package dev.callboard.cli;

import java.util.List;

import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobKey;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "promote", description = "Make delayed jobs due now.")
final class JobsPromote implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1..*", paramLabel = "ID", arity = "1..*", description = "The jobs.")
    private List<String> ids;

    @Override
    public Answer run(Session session) {
        JobActions actions = session.shop().jobActions();
        return JobAnswer.of(actions.each(ids, id -> actions.promote(new JobKey(queue, id))),
                ActionResult.Result.PROMOTED);
    }
}
