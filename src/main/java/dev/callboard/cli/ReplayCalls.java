package dev.callboard.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.callboard.sample.CallsReport;

import picocli.CommandLine.Parameters;

@picocli.CommandLine.Command(name = "calls", description = "Play real arrivals through the ticket commands, with a held clock.")
final class ReplayCalls implements Command {
    @Parameters(paramLabel = "FILE", description = "The log of a call centre.")
    private Path file;

    @Override
    public Answer run(Session session) {
        CallsReport report = session.shop().replayCalls(file);
        Map<String, Document> queues = new LinkedHashMap<>();
        report.perQueue().forEach((queue, result) -> queues.put(queue,
                new Document().with("tickets", result.tickets()).with("served", result.served())
                        .with("abandoned", result.abandoned()).with("max_waiting", result.maxWaiting())));
        return Answer.of(new Document().with("tickets", report.tickets()).with("queues", report.queues())
                .with("per_queue", queues).with("rejected_lines", report.rejectedLines()));
    }
}
