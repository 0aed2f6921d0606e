package dev.callboard.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.audit.AuditLog;
import dev.callboard.check.CheckReport;
import dev.callboard.check.Invariant;
import dev.callboard.check.ShopInvariants;
import dev.callboard.check.TicketInvariants;
import dev.callboard.cli.ConnectionChoice;
import dev.callboard.cli.ShopAccess;
import dev.callboard.live.CollectedSignals;
import dev.callboard.orders.CustomerReturns;
import dev.callboard.orders.Orders;
import dev.callboard.orders.Reservations;
import dev.callboard.payments.Payments;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Migrations;
import dev.callboard.redis.RedisConnection;
import dev.callboard.sample.CallsReplay;
import dev.callboard.sample.CallsReport;
import dev.callboard.sample.RetailReport;
import dev.callboard.settings.Settings;
import dev.callboard.stock.Shelves;
import dev.callboard.stock.Stock;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.TicketCodes;
import dev.callboard.tickets.Tickets;
import dev.callboard.triage.CancelEffects;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobBatches;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.JobClearance;
import dev.callboard.triage.JobNames;

/** A shop opened for one command. */
final class CommandShop implements ShopAccess {
    private static final int CONNECTIONS = 4;

    private final Settings settings;
    private final Servers servers;
    private final CollectedSignals signals;
    private final Lazy<Database> database;
    private final Lazy<RedisConnection> redis;
    private final Lazy<Trade> trade;

    CommandShop(ConnectionChoice choice) {
        this.settings = choice.settings();
        this.servers = new Servers(choice);
        this.signals = new CollectedSignals(servers::redisIfRunning);
        this.database = new Lazy<>(() -> Database.connected(servers.postgres(), CONNECTIONS));
        this.redis = new Lazy<>(() -> new RedisConnection(servers::redis));
        this.trade = new Lazy<>(() -> new Trade(database.get(), warm(redis.get()), signals, settings));
    }

    /** Connects while the command is at Postgres: what follows its commit has half a second. */
    private static RedisConnection warm(RedisConnection connection) {
        Thread.ofVirtual().name("redis").start(connection::tryToConnect);
        return connection;
    }

    @Override
    public Settings settings() {
        return settings;
    }

    @Override
    public String bringSchemaUpToDate() {
        return new Migrations(servers.postgresForMigrations()).bringUpToDate();
    }

    @Override
    public Queues queues() {
        return new Queues(database.get(), BusinessDay.of(settings), signals);
    }

    @Override
    public Tickets tickets() {
        return new Tickets(database.get(), BusinessDay.of(settings), signals);
    }

    @Override
    public TicketCodes ticketCodes() {
        return new TicketCodes(database.get(), BusinessDay.of(settings));
    }

    @Override
    public Stock stock() {
        return trade.get().stock();
    }

    @Override
    public Shelves shelves() {
        return new Shelves(database.get(), signals);
    }

    @Override
    public Orders orders() {
        return new Orders(database.get(), new AuditLog());
    }

    @Override
    public Reservations reservations() {
        return trade.get().reservations();
    }

    @Override
    public Payments payments() {
        return trade.get().payments();
    }

    @Override
    public CustomerReturns returns() {
        return trade.get().returns();
    }

    @Override
    public Cancellations cancellations() {
        return trade.get().cancellations();
    }

    @Override
    public CancelEffects cancelEffects() {
        return trade.get().cancelEffects();
    }

    @Override
    public JobCases jobs() {
        return trade.get().jobs();
    }

    @Override
    public JobNames jobNames() {
        return trade.get().jobNames();
    }

    @Override
    public JobActions jobActions() {
        return trade.get().jobActions();
    }

    @Override
    public JobBatches jobBatches() {
        return trade.get().jobBatches();
    }

    @Override
    public JobClearance jobClearance() {
        return trade.get().jobClearance();
    }

    @Override
    public CheckReport check() {
        List<Invariant> invariants = new ArrayList<>(TicketInvariants.of(database.get()));
        invariants.addAll(ShopInvariants.of(database.get(), trade.get().gate(), trade.get().queue()));
        return CheckReport.of(invariants);
    }

    @Override
    public RetailReport replayRetail(Path file, long opening) {
        try (RetailRun run = new RetailRun(servers, settings, trade.get())) {
            return run.play(database.get(), file, opening);
        }
    }

    @Override
    public CallsReport replayCalls(Path file) {
        return new CallsReplay(servers.postgres(), settings).run(file);
    }

    @Override
    public void close() {
        try (servers; signals) {
            trade.ifBuilt(Trade::close);
            redis.ifBuilt(RedisConnection::close);
            database.ifBuilt(Database::close);
        }
    }
}
