package dev.callboard.console.desk;

import java.util.List;
import java.util.UUID;

import dev.callboard.tickets.Boards;
import dev.callboard.tickets.CounterMessages;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.CounterSights;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.ScreenReceipt;
import dev.callboard.tickets.Tickets;

/**
 * What the Desk asks of the shop.
 *
 * @param boards what the wall screens say back
 * @param messages to whoever sits at the counter
 */
public record DeskServices(Tickets tickets, Queues queues, CounterSights sights, Boards boards, LinkedOrders orders,
        CounterMessages messages) {

    /** @return that it was said */
    boolean heard(long message) {
        messages.heard(message);
        return true;
    }

    DeskSnapshot read(DeskRule rule) {
        CounterSight sight = sights.of(rule.counter(), rule.queues(), rule.undo());
        UUID wanted = sight.ticket() == null ? null : sight.ticket().orderId();
        return new DeskSnapshot(sight, wanted == null ? null : orders.find(wanted), screens(sight));
    }

    private List<ScreenReceipt> screens(CounterSight sight) {
        return sight.ticket() == null
                ? boards.screens(sight.queues().stream().map(Queue::code).toList())
                : boards.receipts(sight.ticket().id());
    }
}
