package dev.callboard.cli;

import dev.callboard.jobs.JobPage;
import dev.callboard.jobs.JobState;
import dev.callboard.triage.JobList;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "ls", description = "Show jobs, newest first.")
final class JobsLs implements Command {
    private static final int MOST = 10_000;

    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Option(names = "--state", paramLabel = "STATE", defaultValue = "failed", description = "waiting, active, delayed, prioritized, completed or failed; ${DEFAULT-VALUE} without it.")
    private JobState state;

    @Option(names = "--match", paramLabel = "TEXT", description = "A part of id, name, error or data, in any case.")
    private String match;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "At most so many, 1 to 10000; ${DEFAULT-VALUE} without it.")
    private int limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "'next' of the page before.")
    private String cursor;

    @Override
    public Answer run(Session session) {
        Bounds.within("--limit", limit, 1, MOST);
        if (cursor != null) {
            Bounds.formed("--after", cursor, JobPage.isCursor(cursor, state), "the 'next' of a page");
        }
        JobList list = session.shop().jobs().list(queue, state, match, limit, cursor);
        return Answer.of(new Document()
                .with("jobs", list.jobs().stream().map(job -> JobAnswer.of(job, state == JobState.FAILED)).toList())
                .with("next", list.next()).with("total", list.total()));
    }
}
