package dev.callboard.console.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.OrderLine;
import dev.callboard.orders.Orders;
import dev.callboard.payments.Payment;
import dev.callboard.payments.Payments;
import dev.callboard.refusals.Refusal;

/** Reads the order of a ticket, and finds the one that a person names. */
public final class LinkedOrders {
    private static final String GIVEN_BACK = "DONE";

    private final Orders orders;
    private final Payments payments;

    public LinkedOrders(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    /**
     * The id behind an order's number or id.
     *
     * @throws Refusal {@code not_found}
     */
    UUID idOf(String numberOrId) {
        return orders.idOf(numberOrId);
    }

    /** @return null where there is no such order: a ticket may name one of another shop's */
    LinkedOrder find(UUID id) {
        try {
            return of(orders.details(id));
        } catch (Refusal unknown) {
            return null;
        }
    }

    private LinkedOrder of(OrderDetails details) {
        Order order = details.order();
        Instant paidAt = payments.captured(order.uuid()).map(Payment::capturedAt).orElse(null);
        boolean refundDue = payments.refunds(order.uuid()).stream()
                .anyMatch(refund -> !refund.state().equals(GIVEN_BACK));
        return new LinkedOrder(order.number(), order.state(), order.total(), order.jobNumber(), paidAt, refundDue,
                order.lines().stream().map(LinkedOrders::line).toList(), details.steps().stream()
                        .map(step -> new LinkedOrder.Step(step.name(), step.doneAt(), step.error())).toList());
    }

    private static LinkedOrder.Line line(OrderLine line) {
        return new LinkedOrder.Line(line.quantity(), line.product(), line.sku(),
                line.price().multiply(BigDecimal.valueOf(line.quantity())));
    }
}
