package dev.callboard.sample;

import java.time.Instant;

/**
 * One caller who waited, as the log tells it, without name or number.
 *
 * @param line where it stands in the file, from 1
 * @param queue date and kind of service, for example {@code 990103/PS}
 * @param served true when an agent took the call, false when the caller hung up
 */
record CallRecord(int line, String queue, Instant joined, Instant left, boolean served) {

    boolean leavesAtOnce() {
        return joined.equals(left);
    }
}
