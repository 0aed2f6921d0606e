package dev.callboard.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes entries as comma-separated values (RFC 4180), newest first, a page at a time. */
public final class AuditExport {
    private static final int PAGE = 1_000;
    private static final String CELL_BEGINS_A_FORMULA = "=+-@\t\r";

    private final AuditTrail trail;

    public AuditExport(AuditTrail trail) {
        this.trail = trail;
    }

    /** @return how many entries were written */
    public long write(AuditQuery query, Path file) {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,at,actor,duty,action,subject_kind,subject_id,reason,before,after\r\n");
            long written = 0;
            long last = Long.MAX_VALUE;
            List<AuditRow> page;
            do {
                page = trail.before(query, last, PAGE);
                for (AuditRow row : page) {
                    out.write(line(row));
                }
                written += page.size();
                last = page.isEmpty() ? last : page.getLast().id();
            } while (page.size() == PAGE);
            return written;
        } catch (IOException failure) {
            throw new UncheckedIOException("The file " + file + " cannot be written", failure);
        }
    }

    private static String line(AuditRow row) {
        return Stream
                .of(row.id(), row.at(), row.actor(), row.duty(), row.action(), row.subjectKind(), row.subjectId(),
                        row.reason(), row.before(), row.after())
                .map(value -> cell(value == null ? "" : value.toString())).collect(Collectors.joining(",")) + "\r\n";
    }

    /** Quoted where it must be; a reason that a spreadsheet would compute gets an apostrophe in front. */
    public static String cell(String text) {
        String safe = !text.isEmpty() && CELL_BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n'
                || letter == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
