package dev.callboard.console.orders;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.callboard.audit.AuditRow;
import dev.callboard.orders.OrderState;

/**
 * The path that an order really took, loops included, and where it can go from here.
 *
 * @param taken oldest first; the last is where it stands
 */
record OrderPath(List<Stop> taken) {

    /** A state and since when. */
    record Stop(OrderState state, Instant at) {}

    /** A state that may follow, and by what. @param by key of the words */
    record Next(OrderState state, String by) {}

    private static final Map<OrderState, List<Next>> NEXT = Map.of(
            OrderState.RESERVED,
            List.of(new Next(OrderState.PAYMENT_PENDING, "payment"), new Next(OrderState.CANCELLED, "cancel")),
            OrderState.PAYMENT_PENDING,
            List.of(new Next(OrderState.PAID, "provider"), new Next(OrderState.EXPIRED, "limit")),
            OrderState.PAID,
            List.of(new Next(OrderState.PROCESSING, "worker"), new Next(OrderState.CANCELLED, "cancel")),
            OrderState.PROCESSING,
            List.of(new Next(OrderState.COMPLETED, "worker"), new Next(OrderState.FAILED, "attempts")),
            OrderState.FAILED,
            List.of(new Next(OrderState.PAID, "retry"), new Next(OrderState.CANCELLED, "cancel")));

    /** Read from the audit of an order, oldest entry first. */
    static OrderPath of(List<AuditRow> history) {
        List<Stop> stops = new ArrayList<>();
        for (AuditRow entry : history) {
            String state = entry.after().path("state").asText("");
            if (isState(state) && (stops.isEmpty() || stops.getLast().state() != OrderState.valueOf(state))) {
                stops.add(new Stop(OrderState.valueOf(state), entry.at()));
            }
        }
        return new OrderPath(List.copyOf(stops));
    }

    private static boolean isState(String word) {
        return java.util.Arrays.stream(OrderState.values()).anyMatch(state -> state.name().equals(word));
    }

    /** How long it stood at the stop of that index, before it went on. */
    Duration stayed(int index) {
        return Duration.between(taken.get(index).at(), taken.get(index + 1).at());
    }

    /** Where it can go from here; nowhere once it is done. */
    List<Next> next() {
        return taken.isEmpty() ? List.of() : NEXT.getOrDefault(taken.getLast().state(), List.of());
    }
}
