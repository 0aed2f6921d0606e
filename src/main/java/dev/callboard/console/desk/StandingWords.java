package dev.callboard.console.desk;

import java.util.List;
import java.util.stream.Collectors;

import dev.callboard.parts.Texts;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Queue;

/** What is said of those who wait in a queue that calls nobody at present, and how they can be called again. */
final class StandingWords {
    private final Texts texts;

    StandingWords(Texts texts) {
        this.texts = texts;
    }

    /** How many wait in which stopped queue; null where nobody does. */
    String waits(CounterSight sight) {
        return sight.stopped().stream()
                .map(queue -> texts.of("desk.standing." + queue.state(), queue.waiting(), queue.name()))
                .reduce((one, other) -> one + " " + other).orElse(null);
    }

    /** Which keys open those queues; a queue of a longer code has its button alone. */
    String open(CounterSight sight) {
        List<Queue> stopped = sight.stopped();
        if (stopped.stream().anyMatch(queue -> !DeskButtons.hasKey(queue.code()))) {
            return texts.of("desk.standing.button");
        }
        return texts.of("desk.standing.key",
                stopped.stream().map(queue -> "Alt+" + queue.code()).collect(Collectors.joining(", ")));
    }
}
