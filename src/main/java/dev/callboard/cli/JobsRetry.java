package dev.callboard.cli;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobKey;

import picocli.CommandLine.Mixin;

@picocli.CommandLine.Command(name = "retry", description = "Run failed jobs again, with all their attempts.")
final class JobsRetry implements Command {
    @Mixin
    private JobSelection selection;

    @Override
    public Answer run(Session session) {
        String queue = selection.queue();
        if (selection.isById()) {
            JobActions actions = session.shop().jobActions();
            return JobAnswer.of(actions.each(selection.ids(), id -> actions.retry(new JobKey(queue, id))),
                    ActionResult.Result.RETRIED);
        }
        return JobAnswer.of(session.shop().jobBatches().retry(queue, selection.frozen(session, JobState.FAILED)),
                ActionResult.Result.RETRIED);
    }
}
