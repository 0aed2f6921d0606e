package dev.callboard.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.audit.AuditRow;
import dev.callboard.orders.FulfilmentStep;
import dev.callboard.orders.Order;
import dev.callboard.triage.CancelEffect;
import dev.callboard.orders.OrderDetails;
import dev.callboard.payments.OrderPayment;

/** How an order is answered. */
final class OrderAnswer {
    private OrderAnswer() {}

    /** As a line of a list. */
    static Document of(Order order) {
        return new Document().with("id", order.uuid()).with("number", order.number()).with("state", order.state())
                .with("customer", order.customer()).with("email", order.email())
                .with("created_at", order.createdAt()).with("expires_at", order.expiresAt())
                .with("lines",
                        order.lines().stream()
                                .map(line -> new Document().with("sku", line.sku()).with("qty", line.quantity())
                                        .with("price", line.price()))
                                .toList())
                .with("total", order.total()).with("failed_at", order.failedAt()).with("error", order.failure())
                .with("job_number", order.jobNumber());
    }

    /** In full. */
    static Document of(OrderDetails details) {
        return of(details.order()).with("steps", details.steps().stream().map(OrderAnswer::step).toList())
                .with("returned", givenBack(details.order()))
                .with("history", details.history().stream().map(OrderAnswer::change).filter(Objects::nonNull).toList());
    }

    /** One effect of a cancel. */
    static Document effect(CancelEffect effect) {
        return new Document().with("effect", effect.kind().name().toLowerCase(Locale.ROOT))
                .with("state", effect.state().name().toLowerCase(Locale.ROOT)).with("at", effect.at())
                .with("detail", effect.detail());
    }

    /** One attempt to pay. */
    static Document payment(OrderPayment payment) {
        return new Document().with("id", payment.id()).with("provider", payment.provider())
                .with("state", payment.state()).with("amount", payment.amount())
                .with("captured_at", payment.capturedAt()).with("error", payment.failure())
                .with("refund", payment.refund());
    }

    private static Document step(FulfilmentStep step) {
        return new Document().with("name", step.name()).with("done_at", step.doneAt()).with("note", step.note())
                .with("error", step.error()).with("attempts", step.attempts())
                .with("last_attempt", step.lastAttempt());
    }

    private static List<Document> givenBack(Order order) {
        return order.lines().stream().filter(line -> line.cancelled() + line.returned() > 0)
                .map(line -> new Document().with("sku", line.sku()).with("qty", line.cancelled() + line.returned()))
                .toList();
    }

    /** A change of state, or null for an entry of another kind. */
    private static Document change(AuditRow row) {
        String to = state(row.after());
        return to == null
                ? null
                : new Document().with("at", row.at()).with("from", state(row.before())).with("to", to)
                        .with("actor", row.actor()).with("duty", row.duty()).with("reason", row.reason());
    }

    private static String state(JsonNode facts) {
        return facts.path("state").asText(null);
    }
}
