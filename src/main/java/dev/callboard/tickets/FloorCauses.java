package dev.callboard.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a supervisor should mend, from what is seen alone.
 *
 * @param target the shop's, for queues without their own
 * @param limit the shop's, for queues without their own
 */
public record FloorCauses(Duration target, Duration limit) {
    /** A screen reads every few seconds; one that says nothing for this long has stopped. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(30);

    /** The worst first, the newest of them first. @param day tells when a counter did something last */
    public List<FloorCause> of(FloorSight sight, FloorDay day) {
        List<FloorCause> found = new ArrayList<>();
        for (Queue queue : sight.queues()) {
            ofQueue(sight, queue).ifPresent(found::add);
        }
        for (CounterAtWork counter : sight.counters()) {
            ofCounter(sight, counter, day).ifPresent(found::add);
        }
        sight.screens().stream().filter(screen -> screen.seenAt().plus(SILENT_AFTER).isBefore(sight.asOf()))
                .forEach(screen -> found.add(new FloorCause.SilentScreen(screen)));
        found.sort(Comparator.comparing(FloorCause::isGrave).thenComparing(FloorCause::since).reversed());
        return List.copyOf(found);
    }

    private Optional<FloorCause> ofQueue(FloorSight sight, Queue queue) {
        FloorSight.Waiting longest = sight.longest().get(queue.code());
        if (longest == null) {
            return Optional.empty();
        }
        if (queue.state() == QueueState.PAUSED) {
            return Optional.of(new FloorCause.Paused(queue, sight.pausedBy().get(queue.code())));
        }
        if (!queue.state().isCalling()) {
            return Optional.empty();
        }
        List<String> counters = sight.counters().stream().filter(CounterAtWork::isStaffed)
                .filter(counter -> counter.isFor(queue.code())).map(CounterAtWork::name).toList();
        if (counters.isEmpty()) {
            return Optional.of(new FloorCause.Unserved(queue, longest.joinedAt()));
        }
        Duration tooLong = limit(sight, queue);
        return longest.joinedAt().plus(tooLong).isBefore(sight.asOf())
                ? Optional.of(new FloorCause.OverLimit(queue, longest, tooLong, counters))
                : Optional.empty();
    }

    private Optional<FloorCause> ofCounter(FloorSight sight, CounterAtWork counter, FloorDay day) {
        if (counter.holder() == null || counter.ticket() != null || counter.serves().isEmpty()) {
            return Optional.empty();
        }
        Instant free = freeSince(counter, day);
        boolean hasSomebodyToCall = sight.queues().stream()
                .anyMatch(queue -> counter.isFor(queue.code()) && queue.state().isCalling() && queue.waiting() > 0);
        if (hasSomebodyToCall || free.plus(target).isAfter(sight.asOf())) {
            return Optional.empty();
        }
        return sight.queues().stream().filter(queue -> queue.state().isCalling() && !counter.isFor(queue.code()))
                .filter(queue -> isOverTarget(sight, queue)).max(Comparator.comparingInt(Queue::waiting))
                .map(queue -> new FloorCause.FreeCounter(counter, free, free.plus(target), queue));
    }

    private boolean isOverTarget(FloorSight sight, Queue queue) {
        FloorSight.Waiting longest = sight.longest().get(queue.code());
        return longest != null && longest.joinedAt().plus(target(sight, queue)).isBefore(sight.asOf());
    }

    /** Since when nobody is at a counter that somebody holds: since their coming, or since the last act there. */
    public static Instant freeSince(CounterAtWork counter, FloorDay day) {
        Instant last = day.counter(counter.name()).map(CounterFigures::lastActAt).orElse(null);
        return last == null || last.isBefore(counter.since()) ? counter.since() : last;
    }

    /** The wait that this queue aims for. */
    public Duration target(FloorSight sight, Queue queue) {
        return sight.rules().get(queue.code()).targetOr(target);
    }

    /** The wait that is too long in this queue. */
    public Duration limit(FloorSight sight, Queue queue) {
        return sight.rules().get(queue.code()).limitOr(target, limit);
    }
}
