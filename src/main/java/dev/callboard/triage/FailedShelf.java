package dev.callboard.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.callboard.jobs.ErrorFingerprint;
import dev.callboard.jobs.JobPage;
import dev.callboard.jobs.JobPlace;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobSummary;

/** The failed jobs of one queue as they were read: each is read once, as long as it keeps its place. */
final class FailedShelf {
    private static final int PER_READ = 500;

    private final Function<List<JobSummary>, List<FailedJob>> withOrders;
    private final Map<String, Kept> kept = new HashMap<>();
    private List<JobPlace> places = List.of();

    private record Kept(String score, FailedRow row) {}

    /** @param withOrders adds to jobs of this queue the orders they work for */
    FailedShelf(Function<List<JobSummary>, List<FailedJob>> withOrders) {
        this.withOrders = withOrders;
    }

    /**
     * Looks what is there and reads what is new.
     *
     * @param most how many jobs to read at most
     * @return how many were read or found gone
     */
    int refresh(JobQueue queue, int most) {
        places = queue.places(JobState.FAILED);
        int changed = forgetGone();
        int read = 0;
        for (int at = 0; at < places.size() && read < most; at++) {
            if (!isKept(places.get(at))) {
                int stretch = stretch(at, Math.min(PER_READ, most - read));
                keep(queue, at, stretch);
                read += stretch;
                at += stretch - 1;
            }
        }
        return changed + read;
    }

    private int forgetGone() {
        Set<String> there = new HashSet<>(places.size() * 2);
        places.forEach(place -> there.add(place.id()));
        int before = kept.size();
        kept.keySet().retainAll(there);
        return before - kept.size();
    }

    private boolean isKept(JobPlace place) {
        Kept known = kept.get(place.id());
        return known != null && known.score().equals(place.score());
    }

    /** How many from here on are not known, at most so many. */
    private int stretch(int from, int most) {
        int length = 1;
        while (length < most && from + length < places.size() && !isKept(places.get(from + length))) {
            length++;
        }
        return length;
    }

    private void keep(JobQueue queue, int from, int count) {
        String cursor = from == 0 ? null : places.get(from - 1).cursor();
        JobPage page = queue.page(JobState.FAILED, cursor, count, null);
        Map<String, String> scores = new HashMap<>();
        places.subList(from, from + count).forEach(place -> scores.put(place.id(), place.score()));
        for (FailedJob job : withOrders.apply(page.jobs())) {
            if (scores.containsKey(job.id())) {
                kept.put(job.id(), new Kept(scores.get(job.id()), row(job)));
            }
        }
    }

    static FailedRow row(FailedJob job) {
        return new FailedRow(job, ErrorFingerprint.of(job.error()));
    }

    /** What has been read of what is there, newest first. */
    List<FailedRow> rows() {
        List<FailedRow> rows = new ArrayList<>(kept.size());
        for (JobPlace place : places) {
            Kept known = kept.get(place.id());
            if (known != null) {
                rows.add(known.row());
            }
        }
        return rows;
    }

    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        places.forEach(place -> ids.add(place.id()));
        return ids;
    }

    int size() {
        return places.size();
    }
}
