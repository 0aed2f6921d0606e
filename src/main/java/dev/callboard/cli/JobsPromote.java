package dev.callboard.cli;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobBatches;

import picocli.CommandLine.Mixin;

@picocli.CommandLine.Command(name = "promote", description = "Make delayed jobs due now.")
final class JobsPromote implements Command {
    @Mixin
    private JobSelection selection;

    @Override
    public Answer run(Session session) {
        return selection.act(session, JobState.DELAYED, ActionResult.Result.PROMOTED,
                JobActions::promote,
                JobBatches::promote);
    }
}
