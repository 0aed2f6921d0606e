package dev.callboard.cli;

import java.util.ArrayList;
import java.util.List;

import dev.callboard.triage.EvidenceRow;
import dev.callboard.triage.JobCase;

/**
 * One job as people read it: the stack trace of the last attempt whole and of each earlier one the line that says what
 * happened, for they mostly say the same; the evidence without its copies of the job.
 */
final class JobSheet {
    private JobSheet() {}

    /** @param whole true for every stack trace whole */
    static Document of(JobCase found, boolean whole) {
        Document sheet = new Document();
        JobAnswer.of(found).fields().forEach((name, value) -> {
            switch (name) {
                case "stacktrace" -> traces(sheet, found, whole);
                case "evidence" -> sheet.with(name, found.evidence().stream().map(JobSheet::evidence).toList());
                default -> sheet.with(name, value);
            }
        });
        return sheet;
    }

    private static void traces(Document sheet, JobCase found, boolean whole) {
        List<String> traces = oldestFirst(found);
        int attempts = Math.max(traces.size(), attempts(found));
        for (int at = traces.size() - 1; at >= 0; at--) {
            boolean last = at == traces.size() - 1;
            sheet.with(last ? "stacktrace" : "attempt " + (attempts - (traces.size() - 1 - at)),
                    whole || last ? traces.get(at).stripTrailing() : told(traces.get(at)));
        }
        if (!whole && traces.size() > 1) {
            sheet.with("", "(--traces shows every stack trace whole)");
        }
    }

    private static String told(String trace) {
        return trace.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    private static int attempts(JobCase found) {
        if (found.job() != null) {
            return found.job().attemptsMade();
        }
        return found.latestEvidence() == null ? 0 : found.latestEvidence().snapshot().path("attempts").asInt();
    }

    private static List<String> oldestFirst(JobCase found) {
        if (found.job() != null) {
            return found.job().stacktrace();
        }
        List<String> kept = new ArrayList<>();
        if (found.latestEvidence() != null) {
            found.latestEvidence().snapshot().path("stacktrace").forEach(trace -> kept.add(trace.asText()));
        }
        return kept;
    }

    private static Document evidence(EvidenceRow row) {
        return new Document().with("at", row.at()).with("actor", row.actor()).with("cause", row.cause())
                .with("round", row.round()).with("failed_at", row.failedAt()).with("error", row.error());
    }
}
