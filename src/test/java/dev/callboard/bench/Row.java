package dev.callboard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a scenario came to, round by round.
 *
 * @param naive the way that one writes first, to the same effect; empty where there is none
 * @param bareNaive the same on tables that keep no law and no audit
 * @param ours through the program
 * @param floor the bare statement or script
 */
record Row(List<Double> naive, List<Double> bareNaive, List<Double> ours, List<Double> floor) {

    Row() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** All scenarios as a table in Markdown. */
    static String table(Map<String, Row> rows) {
        StringBuilder table = new StringBuilder("""
                | | naive | naive, bare tables | Callboard | floor | beside naive | beside bare | beside floor |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """);
        rows.forEach((what,
                row) -> table.append(String.format(Locale.ROOT, "| %s | %s | %s | %s | %s | %s | %s | %s |%n", what,
                        figure(row.naive()), figure(row.bareNaive()), figure(row.ours()), figure(row.floor()),
                        ratio(row.ours(), row.naive()),
                        ratio(row.ours(), row.bareNaive()),
                        ratio(row.ours(), row.floor()))));
        return table.toString();
    }

    private static String figure(List<Double> values) {
        if (values.isEmpty()) {
            return "";
        }
        double median = median(values);
        return String.format(Locale.ROOT, median < 10 ? "%.2f" : "%,.0f", median);
    }

    private static String ratio(List<Double> ours, List<Double> other) {
        return other.isEmpty() ? "" : String.format(Locale.ROOT, "%.2f×", median(ours) / median(other));
    }
}
