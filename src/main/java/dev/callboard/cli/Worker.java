package dev.callboard.cli;

import dev.callboard.settings.KnownSettings;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "worker", description = "Run every background duty.")
final class Worker implements Command {
    @Option(names = "--concurrency", paramLabel = "N", description = "Jobs at once, 1 to 1000; fulfilment.concurrency without it.")
    private Integer concurrency;

    @Option(names = "--drain", description = "End when nothing is left to do.")
    private boolean drain;

    @Override
    public Answer run(Session session) {
        int chosen = concurrency == null ? session.settings().get(KnownSettings.FULFILMENT_CONCURRENCY)
                : Bounds.within("--concurrency", concurrency, 1, KnownSettings.MOST_JOBS_AT_ONCE);
        WorkReport report = session.work(chosen, drain);
        return Answer.of(new Document().with("processed", report.processed()).with("failed", report.failed()));
    }
}
