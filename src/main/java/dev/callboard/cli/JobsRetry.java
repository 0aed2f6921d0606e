package dev.callboard.cli;

import java.util.List;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.FailedJob;
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
            BatchProgress progress = session.progress(selection.ids().size());
            return JobAnswer.of(progress.each(selection.ids(), id -> actions.retry(new JobKey(queue, id))),
                    ActionResult.Result.RETRIED, progress);
        }
        List<FailedJob> frozen = selection.frozen(session, JobState.FAILED);
        BatchProgress progress = session.progress(frozen.size());
        return JobAnswer.of(session.shop().jobBatches().retry(queue, frozen, progress), ActionResult.Result.RETRIED,
                progress);
    }
}
