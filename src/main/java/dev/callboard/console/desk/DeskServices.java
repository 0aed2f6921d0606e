package dev.callboard.console.desk;

import java.util.UUID;
import java.util.function.Function;

import dev.callboard.tickets.CounterSights;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/**
 * What the Desk asks of the shop.
 *
 * @param order reads an order by its id; null where there is none
 */
public record DeskServices(Tickets tickets, Queues queues, CounterSights sights, Function<UUID, LinkedOrder> order) {

    DeskSnapshot read(DeskRule rule) {
        var sight = sights.of(rule.counter(), rule.queues(), rule.undo());
        UUID wanted = sight.ticket() == null ? null : sight.ticket().orderId();
        return new DeskSnapshot(sight, wanted == null ? null : order.apply(wanted));
    }
}
