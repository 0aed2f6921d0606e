package dev.callboard.cli;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobKey;

import picocli.CommandLine.Mixin;

@picocli.CommandLine.Command(name = "promote", description = "Make delayed jobs due now.")
final class JobsPromote implements Command {
    @Mixin
    private JobSelection selection;

    @Override
    public Answer run(Session session) {
        String queue = selection.queue();
        if (selection.isById()) {
            JobActions actions = session.shop().jobActions();
            return JobAnswer.of(actions.each(selection.ids(), id -> actions.promote(new JobKey(queue, id))),
                    ActionResult.Result.PROMOTED);
        }
        return JobAnswer.of(session.shop().jobBatches().promote(queue, selection.frozen(session, JobState.DELAYED)),
                ActionResult.Result.PROMOTED);
    }
}
