package dev.callboard.triage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.QueueOverview;

/**
 * Every failed job of every queue, kept in memory and brought up to date by reading only what is new. For one screen;
 * may be asked from any thread, one at a time.
 */
public final class FailedCatalog {
    private static final Comparator<FailedRow> NEWEST_FIRST = Comparator.comparing(
            (FailedRow row) -> row.job().failedAt(), Comparator.nullsLast(Comparator.reverseOrder()));

    private final TriageQueues queues;
    private final JobCases cases;
    private final LostJobs lost;
    private final Map<String, FailedShelf> shelves = new HashMap<>();
    private List<FailedRow> rows = List.of();
    private List<FailedJob> lostJobs = List.of();
    private long total;

    FailedCatalog(TriageQueues queues, JobCases cases, LostJobs lost) {
        this.queues = queues;
        this.cases = cases;
        this.lost = lost;
    }

    /**
     * What is known.
     *
     * @param rows newest first
     * @param total how many there are, read or not
     */
    public record Contents(List<FailedRow> rows, long total) {

        /** True where every job has been read. */
        public boolean isComplete() {
            return rows.size() >= total;
        }

        /** The kinds of error among what is known, the largest group first. */
        public List<FailureGroup> groups(Map<String, GroupClaim> claims, Instant now) {
            return FailureGroups.of(rows, claims, now);
        }
    }

    /** Looks again. @param most how many jobs to read at most; those that are known already cost nothing */
    public synchronized Contents read(List<QueueOverview> found, int most) {
        boolean changed = shelves.keySet().retainAll(found.stream().map(QueueOverview::name).toList());
        int left = most;
        for (QueueOverview overview : found) {
            FailedShelf shelf = shelves.get(overview.name());
            if (shelf == null) {
                shelf = new FailedShelf(jobs -> cases.withOrders(overview.name(), jobs));
                shelves.put(overview.name(), shelf);
            }
            JobQueue queue = queues.open(overview.name());
            int touched = shelf.refresh(queue, left);
            changed |= touched > 0;
            left = Math.max(0, left - touched);
            if (queues.isFulfilment(overview.name())) {
                List<FailedJob> gone = lost.missing(queue, shelf.ids());
                changed |= !gone.equals(lostJobs);
                lostJobs = gone;
            }
        }
        total = shelves.values().stream().mapToLong(FailedShelf::size).sum() + lostJobs.size();
        if (changed) {
            rows = together();
        }
        return new Contents(rows, total);
    }

    private List<FailedRow> together() {
        List<FailedRow> all = new ArrayList<>();
        shelves.values().forEach(shelf -> all.addAll(shelf.rows()));
        lostJobs.forEach(job -> all.add(FailedShelf.row(job)));
        all.sort(NEWEST_FIRST);
        return List.copyOf(all);
    }
}
