package dev.callboard.tickets;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The business day so far, in figures.
 *
 * @param waits of today: per queue and of all together, for the day and for each quarter of an hour
 * @param quotes how right the ranges were that visitors were told
 * @param lastWeek the same for the same weekday a week before, the whole of it
 */
public record FloorDay(List<WaitFigures> waits, List<WaitFigures> lastWeek, List<CounterFigures> counters,
        QuoteFigures quotes) {

    /** The day's figures of a queue; null asks for all queues together. */
    public Optional<WaitFigures> today(String queue) {
        return waits.stream().filter(each -> each.begins() == null && Objects.equals(each.queue(), queue)).findFirst();
    }

    /** Each quarter of an hour of today in which somebody was called, in order. */
    public List<WaitFigures> quarters(String queue) {
        return quarters(waits, queue);
    }

    /** The same of a week ago. */
    public List<WaitFigures> quartersLastWeek(String queue) {
        return quarters(lastWeek, queue);
    }

    private static List<WaitFigures> quarters(List<WaitFigures> of, String queue) {
        return of.stream().filter(each -> each.begins() != null && Objects.equals(each.queue(), queue)).toList();
    }

    /** What was done at a counter; nothing before its first ticket of the day. */
    public Optional<CounterFigures> counter(String name) {
        return counters.stream().filter(each -> each.counter().equals(name)).findFirst();
    }
}
