package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What both parties reached in one scenario, round by round, and the longest block of Redis in each. */
record BenchmarkFigures(boolean moreIsBetter, List<Double> bullmq, List<Double> ours, List<Double> theirBlocks,
        List<Double> ourBlocks) {

    BenchmarkFigures(boolean moreIsBetter) {
        this(moreIsBetter, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** All scenarios as a table in Markdown. */
    static String table(Map<String, BenchmarkFigures> figures) {
        StringBuilder table = new StringBuilder("""
                | | BullMQ 6.7.0 | Callboard | ratio | longest block, BullMQ | longest block, Callboard |
                |---|---:|---:|---:|---:|---:|
                """);
        figures.forEach((what, all) -> {
            double theirs = median(all.bullmq());
            double ours = median(all.ours());
            String format = all.moreIsBetter() ? "| %s | %,.0f | %,.0f |" : "| %s | %.2f | %.2f |";
            table.append(String.format(Locale.ROOT, format + " %.1f× | %.1f ms | %.1f ms |%n", what, theirs, ours,
                    all.moreIsBetter() ? ours / theirs : theirs / ours, median(all.theirBlocks()),
                    median(all.ourBlocks())));
        });
        return table.toString();
    }
}
