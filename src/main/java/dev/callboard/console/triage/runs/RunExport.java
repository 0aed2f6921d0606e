package dev.callboard.console.triage.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.audit.AuditExport;
import dev.callboard.parts.Texts;
import dev.callboard.triage.BulkRun;
import dev.callboard.triage.BulkRunItem;

/** Writes the results of a run as CSV: one line per job, in the order of the list. */
final class RunExport {
    private final BulkRun run;
    private final Texts texts;

    RunExport(BulkRun run, Texts texts) {
        this.run = run;
        this.texts = texts;
    }

    void write(Path file, List<BulkRunItem> items) {
        try {
            Files.writeString(file, csv(items));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String csv(List<BulkRunItem> items) {
        Stream<String> head = Stream.of(line(Stream.of("run", "queue", "id", "job", "result", "message", "at")));
        return Stream.concat(head, items.stream().map(this::line)).collect(Collectors.joining());
    }

    private String line(BulkRunItem item) {
        return line(Stream.of(String.valueOf(run.id()), item.key().queue(), item.key().id(), item.shown(),
                texts.of("run.result." + (item.result() == null ? "OPEN" : item.result())),
                item.message() == null ? "" : item.message(), item.at() == null ? "" : item.at().toString()));
    }

    private static String line(Stream<String> fields) {
        return fields.map(AuditExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }
}
