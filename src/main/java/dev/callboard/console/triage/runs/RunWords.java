package dev.callboard.console.triage.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.parts.Formats;
import dev.callboard.parts.Texts;
import dev.callboard.triage.BulkRun;
import dev.callboard.triage.BulkRunState;
import dev.callboard.triage.RunTally;

/** What is said of a run. */
final class RunWords {
    private RunWords() {}

    static String what(BulkRun run, Texts texts) {
        return texts.of("run.what." + run.action(), run.title());
    }

    static String progress(RunTally tally, Texts texts) {
        return texts.of("run.progress", tally.finished(), tally.total());
    }

    /** How many ended how; only what there is. */
    static String counts(BulkRun run, Texts texts) {
        RunTally tally = run.tally();
        List<String> parts = new ArrayList<>();
        parts.add(texts.of("run.done." + run.action(), tally.done()));
        add(parts, texts, "run.moved", tally.moved());
        add(parts, texts, "run.gone", tally.gone());
        add(parts, texts, "run.refused", tally.refused());
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, Texts texts, String key, int count) {
        if (count > 0) {
            parts.add(texts.of(key, count));
        }
    }

    /** What became of the first few; empty where there are none or not all have their result. */
    static String canary(BulkRun run, Texts texts) {
        int first = Math.min(run.pace().canary(), run.tally().total());
        if (first == 0 || run.tally().finished() < first) {
            return "";
        }
        int refused = run.tally().canaryRefused();
        return refused == 0 ? texts.of("run.canary.passed", first) : texts.of("run.canary.refused", refused, first);
    }

    /** Its state, or while it runs its pace and the time left. */
    static String pace(BulkRun run, Texts texts) {
        if (run.state() != BulkRunState.RUNNING) {
            return run.note() != null && run.state() == BulkRunState.STOPPED ? texts.of("run.stopped_itself")
                    : texts.of("run.state." + run.state());
        }
        Duration between = run.pace().between();
        if (between.isZero()) {
            return texts.of("run.pace.all");
        }
        String left = Formats.span(between.multipliedBy(run.tally().open()));
        String seconds = between.toMillis() % 1_000 == 0 ? String.valueOf(between.toSeconds())
                : String.valueOf(between.toMillis() / 1_000.0);
        return texts.of("run.pace.left", seconds, left);
    }
}
