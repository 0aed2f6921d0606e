package dev.callboard.gateway;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.orders.Order;
import dev.callboard.orders.Orders;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.orders.Reservations;
import dev.callboard.payments.CardForm;
import dev.callboard.payments.CardPayments;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.StockLine;

import io.javalin.http.Context;

/** Reserving goods, seeing the order, and beginning to pay it. */
final class OrderRoutes {
    private static final int MOST_LINES = 200;

    private final Orders orders;
    private final Reservations reservations;
    private final CardPayments payments;
    private final Duration timeToLive;

    OrderRoutes(Orders orders, Reservations reservations, CardPayments payments, Duration timeToLive) {
        this.orders = orders;
        this.reservations = reservations;
        this.payments = payments;
        this.timeToLive = timeToLive;
    }

    /**
     * {@code {"id"?, "customer", "email"?, "lines": [{"sku", "qty"}]}}. Who names a random id of their own may send the
     * same again when the answer was lost.
     */
    void reserve(Context context) {
        JsonNode body = Body.object(context);
        ReservationRequest request = new ReservationRequest(id(Body.text(body, "id")), Body.text(body, "customer"),
                Body.text(body, "email"), lines(body.path("lines")), timeToLive);
        Order order = reservations.reserve(request);
        if (!isOf(order, request)) {
            throw new Refusal("key_reused", "That id belongs to another reservation.");
        }
        context.header("Location", "/orders/" + order.uuid());
        shown(order).send(context, 201);
    }

    /** Random ids only: whoever knows an order's id may see and pay it. */
    private static UUID id(String text) {
        if (text == null) {
            return UUID.randomUUID();
        }
        return PathId.uuid(text).filter(id -> id.version() == 4)
                .orElseThrow(() -> Refusal.invalid("'id' must be a random UUID, of version 4."));
    }

    private static boolean isOf(Order order, ReservationRequest request) {
        return order.customer().equals(request.customer()) && StockLine.summed(order.lines().stream()
                .map(line -> new StockLine(line.sku(), line.quantity())).toList()).equals(request.lines());
    }

    private static List<StockLine> lines(JsonNode wanted) {
        if (!wanted.isArray() || wanted.isEmpty() || wanted.size() > MOST_LINES) {
            throw Refusal.invalid("'lines' must be a list of 1 to " + MOST_LINES + " lines.");
        }
        List<StockLine> lines = new ArrayList<>();
        for (JsonNode line : wanted) {
            String sku = Body.text(line, "sku");
            JsonNode quantity = line.path("qty");
            if (sku == null || !quantity.isIntegralNumber() || !quantity.canConvertToLong()) {
                throw Refusal.invalid("A line has a 'sku' and a whole number 'qty'.");
            }
            lines.add(new StockLine(sku, quantity.longValue()));
        }
        return lines;
    }

    void show(Context context) {
        UUID id = PathId.of(context, "order");
        shown(orders.find(id).orElseThrow(() -> Refusal.notFound("order", id.toString()))).send(context, 200);
    }

    void pay(Context context) {
        CardForm form = payments.start(PathId.of(context, "order"));
        new Reply().with("payment", form.payment()).with("provider", "stripe").with("client_secret", form.form())
                .send(context, 201);
    }

    /** What a customer may see of an order; whoever asks knows its id, and no more is told about who reserved it. */
    private static Reply shown(Order order) {
        return new Reply().with("id", order.uuid()).with("number", order.number()).with("state", order.state())
                .with("created_at", order.createdAt()).with("expires_at", order.expiresAt())
                .with("lines",
                        order.lines().stream()
                                .map(line -> new Reply().with("sku", line.sku()).with("qty", line.quantity())
                                        .with("price", line.price()).fields())
                                .toList())
                .with("total", order.total());
    }
}
