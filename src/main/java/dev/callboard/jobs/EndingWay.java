package dev.callboard.jobs;

import java.util.List;

/**
 * The way in which a job ended; the many that end alike at one time share one in a call.
 *
 * @param set {@code completed}, {@code failed}, or {@code back} to where it waits
 * @param stacks stack traces (JSON), empty to leave those that are stored
 * @param counts whether the attempt counts
 * @param moment for {@code back} ms to wait, else when it ended, ms since the epoch, empty for now
 * @param last for {@code back} 1 where it is taken next, else attempts allowed
 * @param keep which finished jobs stay
 * @param made attempts made before
 * @param wasFresh whether the job was fetched with no field beside those of every new job
 */
record EndingWay(String set, String stacks, boolean counts, String moment, long last, KeepPolicy keep,
        int made, boolean wasFresh) {

    /** Appends the ten values that {@code parts/ending} describes. */
    void appendTo(List<Object> arguments) {
        arguments.addAll(List.of(set, stacks, counts ? "1" : "0", moment, last, keep.count(),
                keep.age() == null ? -1 : keep.age().toSeconds(), keep.most(), made, wasFresh ? "1" : "0"));
    }
}
