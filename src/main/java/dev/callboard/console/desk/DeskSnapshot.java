package dev.callboard.console.desk;

import java.time.Instant;

import dev.callboard.tickets.CounterSight;

/**
 * What the Desk shows.
 *
 * @param order the order of the ticket at the counter, or null where it has none
 */
public record DeskSnapshot(CounterSight sight, LinkedOrder order) {

    Instant asOf() {
        return sight.asOf();
    }
}
