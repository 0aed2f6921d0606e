package dev.callboard.console.floor;

import java.util.List;

import dev.callboard.tickets.CounterMessages;
import dev.callboard.tickets.CounterPlaces;
import dev.callboard.tickets.FloorCause;
import dev.callboard.tickets.FloorCauses;
import dev.callboard.tickets.FloorDay;
import dev.callboard.tickets.FloorSight;
import dev.callboard.tickets.FloorSights;
import dev.callboard.tickets.QueueRules;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.OpenAlerts;

/**
 * What the Floor asks of the shop.
 *
 * @param causes finds what is wrong
 */
public record FloorServices(FloorSights sights, OpenAlerts alerts, Commands commands, FloorCauses causes) {

    /** What a supervisor can do. */
    public record Commands(Queues queues, QueueRules rules, CounterPlaces counters, CounterMessages messages,
            Tickets tickets) {}

    FloorSnapshot read(FloorMemory memory) {
        FloorSight now = sights.now();
        FloorDay day = memory.of(now);
        OpenAlerts.Sight raised = alerts.read();
        List<FloorCause> open = causes.of(now, day).stream().filter(cause -> raised.handlerOf(cause) == null).toList();
        return new FloorSnapshot(now, day, open, raised);
    }
}
