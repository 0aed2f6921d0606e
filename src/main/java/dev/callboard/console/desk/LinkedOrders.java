package dev.callboard.console.desk;

import java.math.BigDecimal;
import java.util.UUID;
import java.util.function.Function;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.OrderLine;
import dev.callboard.orders.Orders;
import dev.callboard.refusals.Refusal;

/** Reads the order of a ticket. */
public final class LinkedOrders implements Function<UUID, LinkedOrder> {
    private final Orders orders;

    public LinkedOrders(Orders orders) {
        this.orders = orders;
    }

    /** @return null where there is no such order: a ticket may name one of another shop's */
    @Override
    public LinkedOrder apply(UUID id) {
        try {
            return of(orders.details(id));
        } catch (Refusal unknown) {
            return null;
        }
    }

    private static LinkedOrder of(OrderDetails details) {
        Order order = details.order();
        return new LinkedOrder(order.number(), order.state(), order.total(), order.jobNumber(),
                order.lines().stream().map(LinkedOrders::line).toList(), details.steps().stream()
                        .map(step -> new LinkedOrder.Step(step.name(), step.doneAt(), step.error())).toList());
    }

    private static LinkedOrder.Line line(OrderLine line) {
        return new LinkedOrder.Line(line.quantity(), line.product(), line.sku(),
                line.price().multiply(BigDecimal.valueOf(line.quantity())));
    }
}
