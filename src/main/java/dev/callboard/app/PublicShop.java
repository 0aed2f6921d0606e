package dev.callboard.app;

import java.time.Instant;
import java.util.function.Supplier;

import dev.callboard.kiosk.KioskServices;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.live.Subscriptions;
import dev.callboard.postgres.Database;
import dev.callboard.redis.RedisConnection;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.KioskSights;
import dev.callboard.tickets.Tickets;

/** One shop as a screen for visitors uses it. Neither server need answer when it opens, nor all the time. */
final class PublicShop implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final Database database;
    private final RedisConnection redis;
    private final RedisSignals signals;
    private final RedisSubscriptions subscriptions;
    private final BusinessDay day;
    private boolean closed;

    /**
     * @param servers where to connect; stays open, it belongs to the caller
     * @param heldClock the time of the next transaction for a fixture; answers null for the server's own
     */
    PublicShop(Servers servers, Settings settings, Supplier<Instant> heldClock) {
        this.database = Database.withHeldClock(servers.postgres(), CONNECTIONS, heldClock);
        this.redis = new RedisConnection(servers::redis);
        this.signals = new RedisSignals(redis);
        this.subscriptions = new RedisSubscriptions(redis);
        this.day = BusinessDay.of(settings);
    }

    Boards boards() {
        return new Boards(database, day, signals);
    }

    KioskServices kiosk() {
        Tickets tickets = new Tickets(database, day, signals);
        KioskSights sights = new KioskSights(database, day);
        return new KioskServices(sights::read, request -> tickets.placed(tickets.join(request)),
                sights::held);
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** Ends every connection; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        subscriptions.close();
        signals.close();
        redis.close();
        database.close();
    }
}
