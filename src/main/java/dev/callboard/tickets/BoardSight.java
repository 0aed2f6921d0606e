package dev.callboard.tickets;

import java.time.Instant;
import java.util.List;

/**
 * What a wall screen looks at, of one moment.
 *
 * @param asOf the database's time of that moment
 * @param queues those shown, by code
 * @param calls of the last two hours, oldest first, at most {@link #MOST_CALLS}
 */
public record BoardSight(Instant asOf, List<Queue> queues, List<BoardCall> calls) {
    /** How many calls are read at most. */
    public static final int MOST_CALLS = 200;
}
