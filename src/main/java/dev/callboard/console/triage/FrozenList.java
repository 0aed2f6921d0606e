package dev.callboard.console.triage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.callboard.audit.AuditRow;
import dev.callboard.parts.Rows;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailedRow;
import dev.callboard.triage.JobKey;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** The rows as they are shown. While some are ticked they stand still, and say which of them have moved away. */
final class FrozenList {
    private final Rows<FailedJob> rows = new Rows<>(FailedJob::key);
    private final ObservableSet<JobKey> moved = FXCollections.observableSet();
    private final Map<JobKey, AuditRow> acts = new HashMap<>();
    private final Ticks ticks = new Ticks();
    private final ReadOnlyIntegerWrapper news = new ReadOnlyIntegerWrapper();

    /** Takes in what is true now. @return the rows that are found moved for the first time */
    List<FailedJob> arrived(TriageSnapshot now) {
        if (!ticks.isFrozen()) {
            thaw(now);
            return List.of();
        }
        Set<JobKey> away = ticks.dropMoved(rows, now.present());
        List<FailedJob> fresh = rows.stream().filter(row -> away.contains(row.key()) && moved.add(row.key())).toList();
        if (!ticks.isFrozen()) {
            thaw(now);
        }
        return fresh;
    }

    /** Shows what is true now. */
    void thaw(TriageSnapshot now) {
        moved.clear();
        acts.clear();
        rows.become(now.shown());
    }

    void toggle(FailedJob job, Instant now) {
        if (!moved.contains(job.key())) {
            ticks.toggle(job, now);
        }
    }

    /** Ticks the row and all between it and another one. */
    void extend(FailedJob from, FailedJob to, Instant now) {
        int one = rows.indexOf(from);
        int other = rows.indexOf(to);
        if (one >= 0 && other >= 0) {
            ticks.add(rows.subList(Math.min(one, other), Math.max(one, other) + 1).stream()
                    .filter(row -> !moved.contains(row.key())).toList(), now);
        }
    }

    /** Ticks every row that was read, or none when all are. */
    void toggleAll(Instant now) {
        List<FailedJob> open = open();
        if (!open.isEmpty() && open.stream().allMatch(ticks::has)) {
            ticks.clear();
        } else {
            ticks.add(open, now);
        }
    }

    /** Ticks everything that the filter means, shown or not. */
    void tickMatching(List<FailedRow> matching, Instant now) {
        ticks.add(matching.stream().map(FailedRow::job).toList(), now);
    }

    /** The rows that have not moved away. */
    List<FailedJob> open() {
        return rows.stream().filter(row -> !moved.contains(row.key())).toList();
    }

    /** Jobs that came since the list was frozen. */
    List<FailedJob> newer(TriageSnapshot now) {
        if (now == null || !ticks.isFrozen()) {
            return List.of();
        }
        Set<JobKey> listed = rows.stream().map(FailedJob::key).collect(Collectors.toSet());
        Instant newest = rows.isEmpty() ? Instant.MIN : rows.getFirst().failedAt();
        return now.shown().stream().filter(job -> !listed.contains(job.key())
                && (newest == null || job.failedAt() == null || !job.failedAt().isBefore(newest))).toList();
    }

    /** Shows those as well; nothing else changes. */
    void addNewer(TriageSnapshot now) {
        rows.addAll(0, newer(now));
    }

    void heard(Map<JobKey, AuditRow> lastActs) {
        acts.putAll(lastActs);
        news.set(news.get() + 1);
    }

    /** What was last done to a row that has moved away; null until it is known. */
    AuditRow act(FailedJob job) {
        return acts.get(job.key());
    }

    /** Changes whenever more is known of rows that have moved away. */
    ReadOnlyIntegerProperty newsProperty() {
        return news.getReadOnlyProperty();
    }

    Rows<FailedJob> rows() {
        return rows;
    }

    ObservableSet<JobKey> moved() {
        return moved;
    }

    Ticks ticks() {
        return ticks;
    }
}
