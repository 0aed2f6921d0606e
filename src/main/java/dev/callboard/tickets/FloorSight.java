package dev.callboard.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that a supervisor looks at, of one moment.
 *
 * @param asOf the database's time of that moment
 * @param lastEvent id of the newest event of any ticket: while it is the same, so are the day's figures
 * @param queues every queue, by code
 * @param rules what each aims for, by code
 * @param longest whoever waits longest, by code; none where nobody waits
 * @param pausedBy login of whoever paused a queue, by code
 * @param counters in the order of their names and numbers
 * @param screens wall screens of the last day
 * @param issued tickets issued in the present business day
 */
public record FloorSight(Instant asOf, long lastEvent, List<Queue> queues, Map<String, QueueRule> rules,
        Map<String, Waiting> longest, Map<String, String> pausedBy, List<CounterAtWork> counters, List<Screen> screens,
        int issued) {

    /** Somebody who waits. */
    public record Waiting(String id, String code, Instant joinedAt) {}

    /** A wall screen and its latest sign of life. */
    public record Screen(String name, Instant seenAt) {}

    /** How many wait in all queues. */
    public int waiting() {
        return queues.stream().mapToInt(Queue::waiting).sum();
    }
}
