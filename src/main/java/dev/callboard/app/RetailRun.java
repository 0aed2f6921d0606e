package dev.callboard.app;

import java.nio.file.Path;
import java.util.List;

import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.redis.RedisConnection;
import dev.callboard.sample.RetailReplay;
import dev.callboard.sample.RetailReport;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.workers.AlertTargets;
import dev.callboard.workers.FulfilmentHandler;
import dev.callboard.workers.FulfilmentPolicy;
import dev.callboard.workers.InventoryStep;

/** A replay of invoices: the commands under a person's login, the worker under that of the duties. */
final class RetailRun implements AutoCloseable {
    private final Settings settings;
    private final Trade person;
    private final Database workersDatabase;
    private final RedisConnection workersRedis;
    private final Trade workers;

    /** @param person the shop's trade as commands have it; stays open */
    RetailRun(Servers servers, Settings settings, Trade person) {
        this.settings = settings;
        this.person = person;
        this.workersDatabase = Database.connected(servers.postgresForDuties(),
                settings.get(KnownSettings.FULFILMENT_CONCURRENCY) + 2);
        this.workersRedis = new RedisConnection(servers::redisForDuties);
        this.workers = new Trade(workersDatabase, workersRedis, Signals.none(), settings);
    }

    RetailReport play(Database database, Path file, long opening) {
        RetailReplay.Commands commands = new RetailReplay.Commands(person.stock(), person.reservations(),
                person.payments(), person.returns());
        RetailReplay.Mending mending = new RetailReplay.Mending(workers.delivery(), workers.gateWatch(),
                workers.jobRepair());
        return new RetailReplay(database, commands, worker(), mending).run(file, opening);
    }

    /** Ships and does nothing else: a replay sends no mail, makes no invoice, and has no limiter. */
    private JobWorker worker() {
        FulfilmentHandler handler = new FulfilmentHandler(workers.fulfilment(),
                List.of(new InventoryStep(workers.fulfilment())), new FulfilmentPolicy(null, null, AlertTargets.none()),
                workers.finalFailures(AlertTargets.none()), workers.settlement());
        return new JobWorker(workers.queue(), JobWorkerOptions.named("callboard-replay")
                .withConcurrency(settings.get(KnownSettings.FULFILMENT_CONCURRENCY)), handler);
    }

    @Override
    public void close() {
        workers.close();
        workersRedis.close();
        workersDatabase.close();
    }
}
