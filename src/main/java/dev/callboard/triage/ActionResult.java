package dev.callboard.triage;

import java.util.List;

import dev.callboard.stock.StockLine;

/**
 * What an action did to one job.
 *
 * @param message one line for people
 * @param returned shipped units that were booked back
 * @param released held units that became free
 * @param pending true where Redis has not been told yet; it will be
 */
public record ActionResult(String id, Result result, String message, List<StockLine> returned,
        List<StockLine> released, boolean pending) {

    /** How an action on a job ended. */
    public enum Result {
        RETRIED, CANCELLED, DISCARDED, PROMOTED,
        /** The order or job exists but is no longer where the action needs it. */
        MOVED,
        /** There is neither a job nor evidence of one. */
        GONE,
        /** A rule forbids it. */
        REFUSED;

        /** True for the results that changed something. */
        public boolean isSuccess() {
            return ordinal() <= PROMOTED.ordinal();
        }
    }

    static ActionResult of(String id, Result result, String message) {
        return new ActionResult(id, result, message, List.of(), List.of(), false);
    }

    static ActionResult done(String id, Result result, String message, boolean pending) {
        return new ActionResult(id, result, message, List.of(), List.of(), pending);
    }
}
