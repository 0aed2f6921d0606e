package dev.callboard.console.triage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.callboard.triage.FailedJob;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/**
 * Which rows are ticked, by id, in the generation in which the person saw them. While any is, the list stands still;
 * a row that moves away meanwhile loses its tick.
 */
final class Ticks {
    private final ObservableSet<String> ids = FXCollections.observableSet();
    private final Map<String, FailedJob> seen = new LinkedHashMap<>();
    private Instant frozenAt;

    void toggle(FailedJob job, Instant now) {
        if (ids.contains(job.id())) {
            remove(job.id());
        } else {
            add(List.of(job), now);
        }
    }

    void add(List<FailedJob> jobs, Instant now) {
        if (ids.isEmpty() && !jobs.isEmpty()) {
            frozenAt = now;
        }
        for (FailedJob job : jobs) {
            seen.put(job.id(), job);
            ids.add(job.id());
        }
    }

    void remove(String id) {
        seen.remove(id);
        ids.remove(id);
    }

    void clear() {
        seen.clear();
        ids.clear();
    }

    /** The ticked rows as they were when they were ticked, in the order of the list. */
    List<FailedJob> chosen(List<FailedJob> rows) {
        return rows.stream().map(FailedJob::id).map(seen::get).filter(java.util.Objects::nonNull).toList();
    }

    /** Takes the tick from rows that are no longer in the list as it really is; answers which. */
    Set<String> dropMoved(List<FailedJob> shown, List<FailedJob> real) {
        Map<String, FailedJob> byId = real.stream()
                .collect(Collectors.toMap(FailedJob::id, Function.identity(), (one, other) -> one));
        Set<String> moved = shown.stream().filter(row -> hasMoved(row, byId.get(row.id()))).map(FailedJob::id)
                .collect(Collectors.toSet());
        moved.forEach(this::remove);
        return moved;
    }

    private static boolean hasMoved(FailedJob row, FailedJob now) {
        return now == null || row.seen() != null && !row.seen().equals(now.seen());
    }

    boolean isFrozen() {
        return !ids.isEmpty();
    }

    Instant frozenAt() {
        return frozenAt;
    }

    ObservableSet<String> ids() {
        return ids;
    }
}
