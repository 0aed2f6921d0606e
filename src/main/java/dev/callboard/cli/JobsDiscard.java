package dev.callboard.cli;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.ActionResult;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "discard", description = "Remove jobs for good, keeping their evidence.")
final class JobsDiscard implements Command {
    @Mixin
    private JobSelection selection;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    public Answer run(Session session) {
        return selection.act(session, JobState.FAILED, ActionResult.Result.DISCARDED,
                (actions, job) -> actions.discard(job, reason),
                (batches, queue, jobs, progress) -> batches.discard(queue, jobs, reason, progress));
    }
}
