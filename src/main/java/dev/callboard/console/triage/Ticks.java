package dev.callboard.console.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobKey;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which rows are ticked, by queue and id, in the generation in which the person saw them. While any is, the list stands still;
 * a row that moves away meanwhile loses its tick.
 */
final class Ticks {
    private final Map<JobKey, FailedJob> seen = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private Instant frozenAt;

    void toggle(FailedJob job, Instant now) {
        if (has(job)) {
            seen.remove(job.key());
            changes.set(changes.get() + 1);
        } else {
            add(List.of(job), now);
        }
    }

    void add(Collection<FailedJob> jobs, Instant now) {
        if (seen.isEmpty() && !jobs.isEmpty()) {
            frozenAt = now;
        }
        jobs.forEach(job -> seen.put(job.key(), job));
        changes.set(changes.get() + 1);
    }

    void clear() {
        seen.clear();
        changes.set(changes.get() + 1);
    }

    /** The ticked rows as they were when they were ticked: in the order of the list, then those that it does not show. */
    List<FailedJob> chosen(List<FailedJob> rows) {
        List<FailedJob> chosen = new ArrayList<>(rows.stream().map(FailedJob::key).map(seen::get)
                .filter(Objects::nonNull).toList());
        if (chosen.size() < seen.size()) {
            Set<JobKey> listed = chosen.stream().map(FailedJob::key).collect(Collectors.toSet());
            seen.values().stream().filter(job -> !listed.contains(job.key())).forEach(chosen::add);
        }
        return chosen;
    }

    /** Takes the tick from rows that are no longer there as they were; answers which of the shown ones are not. */
    Set<JobKey> dropMoved(List<FailedJob> shown, Map<JobKey, FailedJob> present) {
        Set<JobKey> moved = shown.stream().filter(row -> hasMoved(row, present.get(row.key()))).map(FailedJob::key)
                .collect(Collectors.toSet());
        if (seen.values().removeIf(job -> hasMoved(job, present.get(job.key())))) {
            changes.set(changes.get() + 1);
        }
        return moved;
    }

    private static boolean hasMoved(FailedJob row, FailedJob now) {
        return now == null || row.seen() != null && !row.seen().equals(now.seen());
    }

    boolean has(FailedJob job) {
        return seen.containsKey(job.key());
    }

    int size() {
        return seen.size();
    }

    boolean isFrozen() {
        return !seen.isEmpty();
    }

    Instant frozenAt() {
        return frozenAt;
    }

    /** Changes whenever the ticks do. */
    ReadOnlyIntegerProperty changesProperty() {
        return changes.getReadOnlyProperty();
    }
}
