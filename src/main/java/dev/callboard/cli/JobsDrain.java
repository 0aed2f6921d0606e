package dev.callboard.cli;

import dev.callboard.jobs.JobCounts;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "drain", description = "Remove all that waits in another program's queue, without evidence of each.")
final class JobsDrain implements Command {
    @Parameters(index = "0", paramLabel = "QUEUE", description = "The job queue.")
    private String queue;

    @Option(names = "--delayed", description = "Also what is due later.")
    private boolean delayed;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; kept in the audit.")
    private String reason;

    @Override
    public Answer run(Session session) {
        JobCounts counts = session.shop().jobs().queue(queue).counts();
        BatchProgress progress = session.progress(
                counts.waiting() + counts.prioritized() + (delayed ? counts.delayed() : 0));
        return JobAnswer.ofRemoved(session.shop().jobClearance().drain(queue, delayed, reason, progress), progress);
    }
}
