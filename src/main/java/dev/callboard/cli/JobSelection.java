package dev.callboard.cli;

import java.util.List;
import java.util.function.BiFunction;

import dev.callboard.jobs.JobState;
import dev.callboard.jobs.Progress;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobBatches;
import dev.callboard.triage.JobKey;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which jobs of a queue are meant: some by their ids, or all that match. */
final class JobSelection {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1..*", paramLabel = "ID", arity = "0..*", description = "The jobs, by id or by the number that screens show.")
    private List<String> ids = List.of();

    @Option(names = "--match", paramLabel = "TEXT", description = "Instead of ids: all that hold this in id, name, error or data.")
    private String match;

    @Option(names = "--all", description = "Must stand beside --match: yes, all of them.")
    private boolean all;

    /** Acts on very many jobs, in batches. */
    @FunctionalInterface
    interface Many {
        List<ActionResult> act(JobBatches batches, String queue, List<FailedJob> jobs, Progress progress);
    }

    /**
     * Acts on each that is meant, and answers for each that was reached.
     *
     * @param state of those that match
     * @param wanted what the act makes of a job
     * @param one acts on a job that is named
     * @param many acts on all that match, as they were found at the beginning
     * @throws MalformedCommand where neither jobs nor a match are there, or both
     */
    Answer act(Session session, JobState state, ActionResult.Result wanted,
            BiFunction<JobActions, JobKey, ActionResult> one, Many many) {
        if (isById()) {
            JobActions actions = session.shop().jobActions();
            return new NamedJobs(session, queue).act(ids, wanted, job -> one.apply(actions, job));
        }
        // who is told to stop while they are looked for stops before the first
        session.letsEnd();
        List<FailedJob> frozen = session.shop().jobs().freeze(queue, state, match);
        BatchProgress progress = session.progress(frozen.size());
        return new NamedJobs(session, queue)
                .answer(many.act(session.shop().jobBatches(), queue, frozen, progress), wanted, progress);
    }

    private boolean isById() {
        if (ids.isEmpty() == (match == null) || all != (match != null)) {
            throw new MalformedCommand("Name the jobs, or give --match TEXT together with --all.");
        }
        return match == null;
    }
}
