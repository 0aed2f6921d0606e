package dev.callboard.console.desk;

import java.time.Instant;
import java.util.List;

import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.ScreenReceipt;

/**
 * What the Desk shows.
 *
 * @param order the order of the ticket at the counter, or null where it has none
 * @param screens the wall screens that show the ticket's queue, or the counter's queues while nobody is here
 */
public record DeskSnapshot(CounterSight sight, LinkedOrder order, List<ScreenReceipt> screens) {
    public DeskSnapshot {
        screens = List.copyOf(screens);
    }

    Instant asOf() {
        return sight.asOf();
    }
}
