package dev.callboard.triage;

import java.time.Instant;

/**
 * A bulk action over a frozen list of jobs.
 *
 * @param id its number, as people say it
 * @param actor the login that started it
 * @param title what it acts on, in the words of the person's filter
 * @param reason in the person's words; null only for a retry
 * @param asked true once a person said to go on after the first few
 * @param note why it stopped by itself or who stopped it, or null
 * @param endedAt null while it is open
 */
public record BulkRun(long id, Instant at, String actor, BulkAction action, String title, String reason, RunPace pace,
        boolean asked, BulkRunState state, String note, Instant endedAt, RunTally tally) {

    /** True where the first few have their results and nobody was asked yet. */
    boolean mustAsk() {
        return !asked && pace.canary() > 0 && tally.finished() >= pace.canary() && tally.open() > 0;
    }

    /** What the run becomes after a result; null where it goes on. */
    BulkRunState next() {
        if (tally.open() == 0) {
            return BulkRunState.DONE;
        }
        if (tally.isRefusedTooOften()) {
            return BulkRunState.STOPPED;
        }
        return mustAsk() ? BulkRunState.ASKING : null;
    }
}
