package dev.callboard.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.live.Topic;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.Product;
import dev.callboard.stock.Stock;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;

import io.javalin.http.Context;

/** Server-sent events: how one product or one queue stands, at once and whenever it changes. */
final class EventRoutes {
    /** A comment now and then tells both sides that the other is still there. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(EventRoutes.class);

    private final Broadcast broadcast;
    private final Stock stock;
    private final Queues queues;
    private final Tickets tickets;
    private final Metrics metrics;
    private final int proxies;

    /** @param proxies trusted proxies in front */
    EventRoutes(Broadcast broadcast, GatewayShop shop, Metrics metrics, int proxies) {
        this.proxies = proxies;
        this.broadcast = broadcast;
        this.stock = shop.stock();
        this.queues = shop.queues();
        this.tickets = shop.tickets();
        this.metrics = metrics;
    }

    void product(Context context) {
        String sku = context.pathParam("sku");
        product(sku);
        stream(context, "product", Topic.product(sku), () -> product(sku));
    }

    void queue(Context context) {
        String code = context.pathParam("code");
        queue(code);
        stream(context, "queue", Topic.queue(code), () -> queue(code));
    }

    private String product(String sku) {
        Product product = stock.list(List.of(sku)).getFirst().product();
        return new Reply().with("sku", product.sku()).with("name", product.name()).with("price", product.price())
                .with("available", product.available()).json();
    }

    private String queue(String code) {
        Queue queue = queues.find(code).orElseThrow(() -> Refusal.notFound("queue", code));
        return new Reply().with("code", queue.code()).with("name", queue.name()).with("state", queue.state())
                .with("waiting", queue.waiting())
                .with("calls",
                        tickets.list(code, Set.of(TicketState.CALLED), null).stream()
                                .map(call -> new Reply().with("ticket", call.code()).with("counter", call.counter())
                                        .with("called_at", call.calledAt()).fields())
                                .toList())
                .json();
    }

    private void stream(Context context, String kind, Topic topic, Supplier<String> reader) {
        Viewer viewer = broadcast.enter(topic, Client.of(context, proxies), reader);
        try {
            context.res().setStatus(200);
            context.res().setContentType("text/event-stream;charset=utf-8");
            context.res().setHeader("X-Accel-Buffering", "no");
            OutputStream out = context.res().getOutputStream();
            write(out, "retry: 3000\n\n");
            while (!viewer.isClosed()) {
                String news = viewer.next(HEARTBEAT);
                write(out, news == null ? ":\n\n" : "event: " + kind + "\ndata: " + news + "\n\n");
                if (news != null) {
                    metrics.eventSent(kind);
                }
            }
        } catch (IOException gone) {
            LOG.debug("a viewer of {} has gone", topic.name());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            broadcast.leave(topic, viewer);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
