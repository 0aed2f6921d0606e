package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Something on the floor that a supervisor should mend. It lasts as long as it is true, and ends by itself. */
public sealed interface FloorCause {

    /** Somebody waits longer than the queue's limit. */
    record OverLimit(Queue queue, FloorSight.Waiting waiting, Duration limit, List<String> counters)
            implements
                FloorCause {
        @Override
        public Instant since() {
            return waiting.joinedAt().plus(limit);
        }

        @Override
        public String subject() {
            return waiting.id();
        }
    }

    /** Nobody at any staffed counter may call a queue in which people wait. */
    record Unserved(Queue queue, Instant since) implements FloorCause {
        @Override
        public String subject() {
            return queue.code();
        }
    }

    /** A counter has had nobody to call for a while, and another queue is over its target. */
    record FreeCounter(CounterAtWork counter, Instant freeSince, Instant since, Queue queue) implements FloorCause {
        @Override
        public String subject() {
            return counter.name();
        }
    }

    /** A queue calls nobody, and people wait in it. */
    record Paused(Queue queue, String by) implements FloorCause {
        @Override
        public Instant since() {
            return queue.since();
        }

        @Override
        public String subject() {
            return queue.code();
        }
    }

    /** A wall screen gives no sign of life. */
    record SilentScreen(FloorSight.Screen screen) implements FloorCause {
        @Override
        public Instant since() {
            return screen.seenAt();
        }

        @Override
        public String subject() {
            return screen.name();
        }
    }

    /** Since when it is worth an alert. */
    Instant since();

    /** What it is about: with the kind and {@link #occasion} it is recognised again. */
    String subject();

    /** What kind of thing the subject is. */
    default String subjectKind() {
        return switch (this) {
            case OverLimit over -> "ticket";
            case Unserved unserved -> "queue";
            case FreeCounter free -> "counter";
            case Paused paused -> "queue";
            case SilentScreen silent -> "screen";
        };
    }

    /** Its kind, as it stands in the list of alerts. */
    default String kind() {
        return switch (this) {
            case OverLimit over -> "floor.over_limit";
            case Unserved unserved -> "floor.unserved";
            case FreeCounter free -> "floor.free_counter";
            case Paused paused -> "floor.paused";
            case SilentScreen silent -> "floor.silent_screen";
        };
    }

    /** Tells this time from the next time: the minute of its beginning, counted from 1970. */
    default int occasion() {
        return Math.toIntExact(since().getEpochSecond() / 60);
    }

    /** True where visitors suffer now. */
    default boolean isGrave() {
        return this instanceof OverLimit || this instanceof Unserved;
    }
}
