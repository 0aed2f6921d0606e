package dev.callboard.triage;

import java.time.Instant;

/**
 * One job of a run, as the person saw it, and what became of it.
 *
 * @param position in the list, from 0
 * @param shown the number that people read
 * @param seen the order in its round, or null for a job of somebody else's
 * @param failedAt when it had failed, as the list said, or null
 * @param result null while its turn has not come
 * @param message why it was not done, or null
 * @param at when its result was written, or null
 */
public record BulkRunItem(int position, JobKey key, String shown, OrderRound seen, Instant failedAt, Result result,
        String message, Instant at) {

    /** How it ended. */
    public enum Result {
        DONE, MOVED, GONE, REFUSED;

        static Result of(ActionResult.Result result) {
            return switch (result) {
                case RETRIED, CANCELLED, DISCARDED, PROMOTED -> DONE;
                case MOVED -> MOVED;
                case GONE -> GONE;
                case REFUSED -> REFUSED;
            };
        }
    }

    /** The row of a list, frozen. */
    static BulkRunItem of(int position, FailedJob job) {
        return new BulkRunItem(position, new JobKey(job.queue(), job.id()), job.shownNumber(), job.seen(), job.at(),
                null, null, null);
    }
}
