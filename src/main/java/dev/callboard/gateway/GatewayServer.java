package dev.callboard.gateway;

import java.time.Duration;

import dev.callboard.refusals.Refusal;

import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;

/** The gateway on its port. Each request has a virtual thread of its own, so that slow clients hold up nobody. */
public final class GatewayServer implements AutoCloseable {
    private static final int IDLE_MILLIS = 30_000;
    /** Connections that wait to be taken; the usual 50 are gone at once when a shop opens, and the rest are reset. */
    private static final int MOST_WAITING = 1_024;

    private final GatewayOptions options;
    private final RateLimiter limiter;
    private final Broadcast broadcast;
    private final Metrics metrics;
    private final Health health;
    private final Javalin server;

    public GatewayServer(GatewayShop shop, GatewayOptions options) {
        this.options = options;
        this.limiter = new RateLimiter(options.limit(), options.window(), System::nanoTime);
        this.broadcast = new Broadcast(shop.subscriptions());
        this.metrics = new Metrics(broadcast::viewers);
        this.health = new Health(shop.dependencies());
        this.server = Javalin.create(config -> {
            settle(config);
            config.jetty.addConnector((jetty, http) -> listener(jetty, http, options));
            routes(config, shop);
        });
    }

    private static void settle(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE_MILLIS);
        });
        config.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(new JettyComplaints());
            jetty.setStopTimeout(0);
        });
    }

    private static ServerConnector listener(Server jetty, HttpConfiguration http, GatewayOptions options) {
        ServerConnector listener = new ServerConnector(jetty, new HttpConnectionFactory(http));
        listener.setHost(options.host());
        listener.setPort(options.port());
        listener.setAcceptQueueSize(MOST_WAITING);
        return listener;
    }

    private void routes(JavalinConfig config, GatewayShop shop) {
        OrderRoutes orders = new OrderRoutes(shop.orders(), shop.reservations(), shop.payments(),
                options.timeToLive());
        TicketRoutes tickets = new TicketRoutes(shop.tickets());
        EventRoutes events = new EventRoutes(broadcast, shop, metrics, options.proxies());
        post(config, "/reservations", limited("/reservations", orders::reserve));
        get(config, "/orders/{id}", orders::show);
        post(config, "/orders/{id}/payment", limited("/orders/{id}/payment", orders::pay));
        post(config, "/webhooks/stripe", new WebhookRoute(shop.events(), shop.payments(), metrics)::take);
        post(config, "/queues/{code}/tickets", tickets::join);
        get(config, "/tickets/{id}", tickets::show);
        config.routes.get("/products/{sku}/events", answering(events::product));
        config.routes.get("/queues/{code}/events", answering(events::queue));
        get(config, "/health", health::show);
        get(config, "/metrics", metrics::show);
        config.routes.error(404, context -> ifSilent(context, "not_found", "There is nothing here."));
        config.routes.error(405, context -> ifSilent(context, "not_allowed", "That cannot be done here."));
        config.routes.exception(Exception.class, (failure, context) -> Complaints.answer(context, failure));
    }

    private void get(JavalinConfig config, String path, Handler handler) {
        config.routes.addHttpHandler(HandlerType.GET, path, measured(path, answering(handler)));
    }

    private void post(JavalinConfig config, String path, Handler handler) {
        config.routes.addHttpHandler(HandlerType.POST, path, measured(path, answering(handler)));
    }

    private Handler measured(String path, Handler handler) {
        return context -> {
            long begin = System.nanoTime();
            handler.handle(context);
            metrics.request(path, context.statusCode(), System.nanoTime() - begin);
            RefusedBody.forget(context);
        };
    }

    private static Handler answering(Handler handler) {
        return context -> {
            context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
            try {
                handler.handle(context);
            } catch (Exception failure) {
                Complaints.answer(context, failure);
            }
        };
    }

    private Handler limited(String path, Handler handler) {
        return context -> {
            Duration wait = limiter.take(Client.of(context, options.proxies()));
            if (wait.isZero()) {
                handler.handle(context);
                return;
            }
            metrics.rateLimited(path);
            long seconds = wait.plusMillis(999).toSeconds();
            context.header("Retry-After", Long.toString(seconds));
            Reply.error("too_many_requests", "Too many requests; try again in " + seconds + " s.").send(context, 429);
        };
    }

    /** Javalin's own complaints carry a text; ours are JSON already. */
    private static void ifSilent(Context context, String code, String message) {
        String type = context.res().getContentType();
        if (type == null || !type.startsWith("application/json")) {
            Reply.error(code, message).send(context, context.statusCode());
        }
    }

    /**
     * Begins to listen.
     *
     * @return the port
     * @throws Refusal {@code port_taken}
     */
    public int start() {
        try {
            return server.start().port();
        } catch (JavalinBindException taken) {
            throw new Refusal("port_taken", "Port " + options.port() + " of " + options.host()
                    + " cannot be listened on: " + taken.getMessage().lines().findFirst().orElse(""));
        }
    }

    @Override
    public void close() {
        broadcast.close();
        server.stop();
        health.close();
    }
}
