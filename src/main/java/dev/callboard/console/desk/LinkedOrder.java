package dev.callboard.console.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.callboard.orders.OrderState;

/**
 * The order that the visitor at the counter came for, as far as the counter needs it.
 *
 * @param job number of its job, or null
 * @param onIt login of whoever looks after what its job fails with, or null
 * @param paidAt or null
 * @param online true where it was paid before anybody came to the counter
 * @param refundDue true while money is on its way back
 */
public record LinkedOrder(long number, OrderState state, BigDecimal total, Long job, String onIt,
        Instant paidAt, boolean online, boolean refundDue, List<Line> lines, List<Step> steps) {

    /** Where the most of a finished order lies, if anybody said. */
    Optional<String> shelf() {
        if (state != OrderState.COMPLETED || refundDue) {
            return Optional.empty();
        }
        List<String> known = lines.stream().map(Line::shelf).filter(Objects::nonNull).toList();
        return known.stream().max(Comparator.comparingInt((String shelf) -> Collections.frequency(known, shelf))
                .thenComparing(known::indexOf, Comparator.reverseOrder()));
    }

    /** One product of it; the price is of all its units. {@code shelf} may be null: nobody knows where it lies. */
    public record Line(long quantity, String product, String sku, String shelf, BigDecimal price) {}

    /** One step of its fulfilment; {@code doneAt} and {@code error} may be null. */
    public record Step(String name, Instant doneAt, String error) {}
}
