package dev.callboard.cli;

import java.util.List;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobKey;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "discard", description = "Remove jobs for good, keeping their evidence.")
final class JobsDiscard implements Command {
    @Mixin
    private JobSelection selection;

    @Option(names = "--reason", required = true, paramLabel = "T", description = "Audited.")
    private String reason;

    @Override
    public Answer run(Session session) {
        String queue = selection.queue();
        if (selection.isById()) {
            JobActions actions = session.shop().jobActions();
            BatchProgress progress = session.progress(selection.ids().size());
            return JobAnswer.of(progress.each(selection.ids(), id -> actions.discard(new JobKey(queue, id), reason)),
                    ActionResult.Result.DISCARDED, progress);
        }
        List<FailedJob> frozen = selection.frozen(session, JobState.FAILED);
        BatchProgress progress = session.progress(frozen.size());
        return JobAnswer.of(session.shop().jobBatches().discard(queue, frozen, reason, progress),
                ActionResult.Result.DISCARDED, progress);
    }
}
