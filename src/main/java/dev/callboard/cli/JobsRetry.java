package dev.callboard.cli;

import java.util.List;

import dev.callboard.triage.ActionResult;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobKey;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "retry", description = "Run failed jobs again, with all their attempts.")
final class JobsRetry implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1..*", paramLabel = "ID", arity = "0..*", description = "The jobs.")
    private List<String> ids = List.of();

    @Option(names = "--match", paramLabel = "TEXT", description = "Instead of ids: all that hold this in id, name, error or data.")
    private String match;

    @Option(names = "--all", description = "Must stand beside --match: yes, all of them.")
    private boolean all;

    @Override
    public Answer run(Session session) {
        if (ids.isEmpty() == (match == null) || all != (match != null)) {
            throw new MalformedCommand("Name the jobs to retry, or give --match TEXT together with --all.");
        }
        JobActions actions = session.shop().jobActions();
        if (match == null) {
            return JobAnswer.of(actions.each(ids, id -> actions.retry(new JobKey(queue, id))),
                    ActionResult.Result.RETRIED);
        }
        List<ActionResult> results = session.shop().jobs().freeze(queue, match).stream()
                .map(job -> retry(actions, job)).toList();
        return JobAnswer.of(results, ActionResult.Result.RETRIED);
    }

    private ActionResult retry(JobActions actions, FailedJob job) {
        JobKey key = new JobKey(queue, job.id());
        return job.seen() == null ? actions.retry(key) : actions.retry(key, job.seen());
    }
}
