package dev.callboard.cli;

import dev.callboard.refusals.Refusal;
import dev.callboard.settings.KnownSettings;

import picocli.CommandLine.Option;

@picocli.CommandLine.Command(name = "worker", description = "Run every background duty.")
final class Worker implements Command {
    @Option(names = "--concurrency", paramLabel = "N", description = "Jobs at once; fulfilment.concurrency without it.")
    private Integer concurrency;

    @Option(names = "--drain", description = "End when nothing is left to do.")
    private boolean drain;

    @Override
    public Answer run(Session session) {
        int chosen = concurrency == null ? session.settings().get(KnownSettings.FULFILMENT_CONCURRENCY) : concurrency;
        if (chosen < 1 || chosen > 1_000) {
            throw Refusal.invalid("The concurrency is 1 to 1000.");
        }
        WorkReport report = session.work(chosen, drain);
        return Answer.of(new Document().with("processed", report.processed()).with("failed", report.failed()));
    }
}
