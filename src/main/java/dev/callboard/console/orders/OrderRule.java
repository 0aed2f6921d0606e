package dev.callboard.console.orders;

import java.util.EnumSet;
import java.util.Set;

import dev.callboard.orders.OrderState;
import dev.callboard.parts.Texts;

/** What may be done to the shown order, and the first reason why not. */
final class OrderRule {
    private static final Set<OrderState> CANCELLABLE = EnumSet.of(OrderState.RESERVED, OrderState.PAID,
            OrderState.FAILED);

    private final OrdersModel model;
    private final Texts texts;

    OrderRule(OrdersModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** Null where a retry may be asked for. */
    String againstRetry() {
        String why = againstAll();
        return why != null || model.shown().order().state() == OrderState.FAILED ? why
                : texts.of("orders.why.not_failed", model.shown().order().state());
    }

    /** Null where a cancel may be asked for. */
    String againstCancel() {
        String why = againstAll();
        return why != null || CANCELLABLE.contains(model.shown().order().state()) ? why
                : texts.of("orders.why.not_cancellable", model.shown().order().state());
    }

    private String againstAll() {
        if (model.sight().staleProperty().get()) {
            return texts.of("desk.why.stale");
        }
        if (model.commands().inFlightProperty().get() != null) {
            return texts.of("desk.why.in_flight");
        }
        return model.shown() == null ? texts.of("orders.why.none") : null;
    }
}
