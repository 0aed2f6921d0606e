package dev.callboard.cli;

import java.time.Duration;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.JobClearance;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "clean", description = "Remove old jobs from another program's queue, without evidence of each.")
final class JobsClean implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "completed", description = "waiting, active, delayed, prioritized, completed or failed; ${DEFAULT-VALUE} without it.")
    private JobState state;

    @Option(names = "--older", required = true, paramLabel = "DURATION", description = "Only what ended, or was added, longer ago than this: 24h.")
    private Duration older;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "1000000", description = "At most so many; ${DEFAULT-VALUE} without it.")
    private int limit;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    public Answer run(Session session) {
        Bounds.within("--limit", limit, 1, Integer.MAX_VALUE);
        BatchProgress progress = session.progress(
                Math.min(limit, session.shop().jobs().queue(queue).counts().of(state)));
        return JobAnswer.ofRemoved(session.shop().jobClearance().clean(queue,
                new JobClearance.Cleaning(state, older, limit), reason, progress), progress);
    }
}
