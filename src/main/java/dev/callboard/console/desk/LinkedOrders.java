package dev.callboard.console.desk;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.orders.OrderLine;
import dev.callboard.orders.Orders;
import dev.callboard.payments.OrderPayment;
import dev.callboard.payments.Payments;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.Shelves;
import dev.callboard.triage.GroupClaim;
import dev.callboard.triage.GroupClaims;

/** Reads the order of a ticket, and finds the one that a person names. */
public final class LinkedOrders {
    private static final String GIVEN_BACK = "DONE";

    private static final String AT_THE_COUNTER = "COUNTER";
    private static final String CAPTURED = "CAPTURED";

    private final Orders orders;
    private final Payments payments;
    private final Shelves shelves;
    private final GroupClaims claims;

    /** @param shelves where goods lie @param claims who looks after what fails */
    public LinkedOrders(Orders orders, Payments payments, Shelves shelves, GroupClaims claims) {
        this.orders = orders;
        this.payments = payments;
        this.shelves = shelves;
        this.claims = claims;
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
        Optional<OrderPayment> paid = payments.ofOrder(order.uuid()).stream()
                .filter(payment -> payment.state().equals(CAPTURED)).findFirst();
        boolean refundDue = payments.refunds(order.uuid()).stream()
                .anyMatch(refund -> !refund.state().equals(GIVEN_BACK));
        Map<String, String> places = shelves.of(order.lines().stream().map(OrderLine::sku).toList());
        return new LinkedOrder(order.number(), order.state(), order.total(), order.jobNumber(), onIt(details),
                paid.map(OrderPayment::capturedAt).orElse(null),
                paid.filter(payment -> !payment.provider().equals(AT_THE_COUNTER)).isPresent(), refundDue,
                order.lines().stream().map(line -> line(line, places.get(line.sku()))).toList(),
                details.steps().stream()
                        .map(step -> new LinkedOrder.Step(step.name(), step.doneAt(), step.error())).toList());
    }

    /** Whoever claimed the kind of error that an order's job fails with. */
    private String onIt(OrderDetails details) {
        return details.steps().stream().filter(step -> step.doneAt() == null && step.error() != null).findFirst()
                .flatMap(step -> claims.on(step.error())).map(GroupClaim::login).orElse(null);
    }

    private static LinkedOrder.Line line(OrderLine line, String shelf) {
        return new LinkedOrder.Line(line.quantity(), line.product(), line.sku(), shelf,
                line.price().multiply(BigDecimal.valueOf(line.quantity())));
    }
}
