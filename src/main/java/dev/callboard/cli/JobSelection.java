package dev.callboard.cli;

import java.util.List;

import dev.callboard.jobs.JobState;
import dev.callboard.triage.FailedJob;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which jobs of a queue are meant: some by their ids, or all that match. */
final class JobSelection {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Parameters(index = "1..*", paramLabel = "ID", arity = "0..*", description = "The jobs.")
    private List<String> ids = List.of();

    @Option(names = "--match", paramLabel = "TEXT", description = "Instead of ids: all that hold this in id, name, error or data.")
    private String match;

    @Option(names = "--all", description = "Must stand beside --match: yes, all of them.")
    private boolean all;

    String queue() {
        return queue;
    }

    List<String> ids() {
        return ids;
    }

    /** True where jobs are named. @throws MalformedCommand where neither or both are there */
    boolean isById() {
        if (ids.isEmpty() == (match == null) || all != (match != null)) {
            throw new MalformedCommand("Name the jobs, or give --match TEXT together with --all.");
        }
        return match == null;
    }

    /** All that match now. Who is told to stop while they are looked for stops before the first. */
    List<FailedJob> frozen(Session session, JobState state) {
        session.letsEnd();
        return session.shop().jobs().freeze(queue, state, match);
    }
}
