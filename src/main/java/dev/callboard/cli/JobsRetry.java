package dev.callboard.cli;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobBatches;

import picocli.CommandLine.Mixin;

@picocli.CommandLine.Command(name = "retry", description = "Run failed jobs again, with all their attempts.")
final class JobsRetry implements Command {
    @Mixin
    private JobSelection selection;

    @Override
    public Answer run(Session session) {
        return selection.act(session, JobState.FAILED, ActionResult.Result.RETRIED,
                JobActions::retry,
                JobBatches::retry);
    }
}
