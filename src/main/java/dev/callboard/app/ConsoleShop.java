package dev.callboard.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.callboard.audit.AuditExport;
import dev.callboard.audit.AuditTrail;
import dev.callboard.cli.ConnectionChoice;
import dev.callboard.console.Rights;
import dev.callboard.console.activity.ActivityServices;
import dev.callboard.console.desk.DeskServices;
import dev.callboard.console.desk.LinkedOrders;
import dev.callboard.console.floor.FloorServices;
import dev.callboard.console.orders.OrdersServices;
import dev.callboard.console.settings.SettingsServices;
import dev.callboard.console.settings.ShopPlaces;
import dev.callboard.console.stock.StockServices;
import dev.callboard.console.triage.TriageServices;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.live.Subscriptions;
import dev.callboard.orders.OrderLists;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.postgres.Privileges;
import dev.callboard.redis.RedisConnection;
import dev.callboard.sample.SampleShop;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Profiles;
import dev.callboard.settings.Settings;
import dev.callboard.settings.ViewMemory;
import dev.callboard.stock.GateComparison;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.LedgerCheck;
import dev.callboard.stock.Shelves;
import dev.callboard.stock.StockLists;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.CounterMessages;
import dev.callboard.tickets.CounterPlaces;
import dev.callboard.tickets.CounterSights;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.FloorCauses;
import dev.callboard.tickets.FloorSights;
import dev.callboard.tickets.QueueRules;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.TicketCodes;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.BulkRunner;
import dev.callboard.triage.OpenAlerts;
import dev.callboard.triage.SavedFilters;
import dev.callboard.triage.StoreChecks;

/** One shop as a console uses it: under a person's login, with news from everybody else. */
final class ConsoleShop implements AutoCloseable {
    private static final int CONNECTIONS = 8;
    /** How long a console that works at a bulk action may be silent before another goes on with it. */
    private static final Duration RUN_LEASE = Duration.ofSeconds(15);

    private final ConnectionChoice choice;
    private final Database database;
    private final RedisConnection redis;
    private final RedisSignals signals;
    private final RedisSubscriptions subscriptions;
    private final Trade trade;
    private final Tickets tickets;
    private final Queues queues;
    private final BusinessDay day;
    private final String fulfilmentQueue;
    private final ZoneId zone;
    /** As often as the gate is reconciled; what differs for longer has drifted. Where time stands still, at once. */
    private final Duration driftPatience;
    private boolean closed;

    /**
     * @param servers where to connect; stays open, it belongs to the caller
     * @param heldClock the time of the next transaction for a fixture; answers null for the server's own
     */
    ConsoleShop(Servers servers, Settings settings, Supplier<Instant> heldClock) {
        this(servers, servers.postgres(), settings, heldClock);
    }

    /** @param person the login that every act is done under */
    ConsoleShop(Servers servers, PostgresAddress person, Settings settings, Supplier<Instant> heldClock) {
        this.database = Database.withHeldClock(person, CONNECTIONS, heldClock);
        this.choice = servers.choice();
        this.redis = new RedisConnection(servers::redis);
        this.signals = new RedisSignals(redis);
        this.subscriptions = new RedisSubscriptions(redis);
        this.trade = new Trade(database, redis, signals, settings);
        this.day = BusinessDay.of(settings);
        this.tickets = new Tickets(database, day, signals);
        this.queues = new Queues(database, day, signals);
        this.zone = settings.get(KnownSettings.SHOP_ZONE);
        this.fulfilmentQueue = settings.get(KnownSettings.FULFILMENT_QUEUE);
        this.driftPatience = heldClock.get() == null ? GateReconciler.EVERY : Duration.ZERO;
    }

    /** What the Desk asks of the shop. */
    DeskServices desk() {
        return new DeskServices(tickets, queues, new CounterSights(database, day), boards(),
                new LinkedOrders(trade.orders(), trade.payments(), shelves(), trade.groupClaims()), messages());
    }

    /** What the Floor asks of the shop. */
    FloorServices floor(Settings settings) {
        FloorCauses causes = new FloorCauses(settings.get(KnownSettings.QUEUE_TARGET),
                settings.get(KnownSettings.QUEUE_LIMIT));
        return new FloorServices(new FloorSights(database, day), alerts(),
                new FloorServices.Commands(queues, rules(), counterPlaces(), messages(), tickets), causes);
    }

    /** What waits for a person. */
    OpenAlerts alerts() {
        return new OpenAlerts(database, day);
    }

    /** What the queues aim for. */
    QueueRules rules() {
        return new QueueRules(database, signals);
    }

    /** Lines to whoever sits at a counter. */
    private CounterMessages messages() {
        return new CounterMessages(database, signals);
    }

    /** Which counters there are. */
    CounterPlaces counterPlaces() {
        return new CounterPlaces(database, signals);
    }

    /** What Triage asks of the shop. @param wake lets this console's runner look for runs at once */
    TriageServices triage(Runnable wake) {
        return new TriageServices(trade.jobs(), trade.jobActions(), trade.cancellations(),
                trade.cancelEffects(), trade.orders(),
                new TriageServices.Bulk(trade.bulkRuns(), wake),
                new TriageServices.Desk(trade.groupClaims(), new SavedFilters(database), trade.payloads(), zone,
                        database::now, new StoreChecks(database, redis)::examine));
    }

    /** What works at bulk actions, of this console and of those that are gone. @param faults hears what goes wrong */
    BulkRunner runner(Consumer<RuntimeException> faults) {
        return new BulkRunner(trade.bulkRuns(), trade.jobActions(), faults, RUN_LEASE);
    }

    /** What the Orders screen asks of the shop. */
    OrdersServices orders() {
        return new OrdersServices(new OrderLists(database, day), trade.orders(), trade.payments(),
                new OrdersServices.Visitors(tickets, queues),
                new OrdersServices.Jobs(trade.jobs(), trade.jobActions(), trade.cancellations(),
                        trade.cancelEffects()),
                fulfilmentQueue);
    }

    /** What the Stock screen asks of the shop. */
    StockServices stock() {
        return new StockServices(new StockLists(database), trade.stock(), new GateComparison(database, trade.gate()),
                trade.gateReconciler(), new LedgerCheck(database), driftPatience);
    }

    /** Where goods lie. */
    Shelves shelves() {
        return new Shelves(database, signals);
    }

    /** What the Activity screen asks of the shop. */
    ActivityServices activity() {
        AuditTrail trail = new AuditTrail(database);
        return new ActivityServices(trail, new AuditExport(trail), trade.orders(), new OrderLists(database, day),
                new TicketCodes(database, day));
    }

    /** What the Settings screen asks of the shop. */
    SettingsServices settings() {
        return new SettingsServices(new Profiles(choice.data()), choice.profile(), database, new AuditTrail(database),
                new ShopPlaces(new FloorSights(database, day), queues, rules(), counterPlaces()));
    }

    /** How whoever sits here arranged the screens. */
    ViewMemory view() {
        return ViewMemory.of(choice.data(), choice.profile());
    }

    /** What the login may do here. */
    Rights.Held rights() {
        return Rights.Held.askedOf(new Privileges(database));
    }

    /** The counters, leased for as long as the settings say. */
    Counters counters(Settings settings) {
        return new Counters(database, settings.get(KnownSettings.COUNTER_LEASE));
    }

    /** What fills a sample shop. */
    SampleShop.Commands commands() {
        return new SampleShop.Commands(queues, tickets, trade.stock(), shelves(), trade.reservations(),
                trade.payments());
    }

    /** What wall screens read and say back. */
    Boards boards() {
        return new Boards(database, day, signals);
    }

    Trade trade() {
        return trade;
    }

    Queues queues() {
        return queues;
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
        trade.close();
        redis.close();
        database.close();
    }
}
