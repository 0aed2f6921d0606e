package dev.callboard.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.gateway.GatewayOptions;
import dev.callboard.gateway.GatewayServer;
import dev.callboard.gateway.GatewayShop;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.payments.StripeEvents;
import dev.callboard.postgres.Database;
import dev.callboard.redis.RedisConnection;
import dev.callboard.refusals.Unavailable;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Tickets;

/** The gateway with what it needs, on connections and a login of its own. */
final class Storefront implements AutoCloseable {
    private static final int CONNECTIONS = 24;
    private static final Logger LOG = LoggerFactory.getLogger(Storefront.class);

    private final Settings settings;
    private final Database database;
    private final RedisConnection redis;
    private final RedisSignals signals;
    private final RedisSubscriptions subscriptions;
    private final Trade trade;
    private final GatewayServer server;
    private boolean closed;

    /** @param servers where to connect; stays open, it belongs to the caller */
    Storefront(Servers servers, Settings settings, int port) {
        this.settings = settings;
        this.database = Database.connected(servers.postgresForGateway(), CONNECTIONS);
        this.redis = new RedisConnection(servers::redisForGateway);
        this.signals = new RedisSignals(redis);
        this.subscriptions = new RedisSubscriptions(redis);
        this.trade = new Trade(database, redis, signals, settings);
        this.server = new GatewayServer(shop(), new GatewayOptions(settings.get(KnownSettings.GATEWAY_HOST), port,
                settings.get(KnownSettings.GATEWAY_LIMITER_MAX), settings.get(KnownSettings.GATEWAY_LIMITER_DURATION),
                settings.get(KnownSettings.GATEWAY_PROXIES), settings.get(KnownSettings.RESERVATION_TTL)));
    }

    private GatewayShop shop() {
        BusinessDay day = BusinessDay.of(settings);
        return new GatewayShop(trade.orders(), trade.reservations(), trade.cardPayments(),
                settings.find(KnownSettings.STRIPE_WEBHOOK_SECRET).map(StripeEvents::new), trade.stock(),
                new Queues(database, day, signals), new Tickets(database, day, signals), subscriptions, dependencies());
    }

    private Map<String, BooleanSupplier> dependencies() {
        Map<String, BooleanSupplier> all = new LinkedHashMap<>();
        all.put("postgres", database::answers);
        all.put("redis", () -> trade.gate().epoch() != null);
        all.put("gate", () -> trade.gate().epoch().isPresent());
        settings.find(KnownSettings.STRIPE_KEY).ifPresent(
                key -> all.put("stripe", () -> trade.cardPayments().provider().answers()));
        return all;
    }

    /** @return the port */
    int start() {
        try {
            trade.gateWatch().ensureOpen();
        } catch (Unavailable redisIsAway) {
            LOG.warn("serving begins without Redis: {}", redisIsAway.getMessage());
        }
        return server.start();
    }

    /** Serves nobody any more; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        server.close();
        trade.close();
        subscriptions.close();
        signals.close();
        redis.close();
        database.close();
    }
}
