package dev.callboard.console.floor;

import java.time.Instant;
import java.util.List;

import dev.callboard.tickets.FloorCause;
import dev.callboard.tickets.FloorDay;
import dev.callboard.tickets.FloorSight;
import dev.callboard.triage.OpenAlerts;

/**
 * What the Floor shows.
 *
 * @param causes what is wrong on the floor and nobody has taken on yet, the worst first
 * @param alerts what the duties raised, and what was taken on today
 */
record FloorSnapshot(FloorSight sight, FloorDay day, List<FloorCause> causes, OpenAlerts.Sight alerts) {

    Instant asOf() {
        return sight.asOf();
    }
}
