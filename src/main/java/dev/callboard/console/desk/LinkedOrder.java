package dev.callboard.console.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import dev.callboard.orders.OrderState;

/**
 * The order that the visitor at the counter came for, as far as the counter needs it.
 *
 * @param job number of its job, or null
 * @param paidAt or null
 * @param refundDue true while money is on its way back
 */
public record LinkedOrder(long number, OrderState state, BigDecimal total, Long job, Instant paidAt,
        boolean refundDue, List<Line> lines, List<Step> steps) {

    /** One product of it; the price is of all its units. */
    public record Line(long quantity, String product, String sku, BigDecimal price) {}

    /** One step of its fulfilment; {@code doneAt} and {@code error} may be null. */
    public record Step(String name, Instant doneAt, String error) {}
}
