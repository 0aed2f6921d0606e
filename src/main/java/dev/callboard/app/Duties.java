package dev.callboard.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.LoggerFactory;

import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.Topic;
import dev.callboard.orders.Fulfilment;
import dev.callboard.postgres.Database;
import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisFacts;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Unavailable;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.BusinessDay;
import dev.callboard.tickets.Tickets;
import dev.callboard.workers.AlertTargets;
import dev.callboard.workers.BackgroundDuties;
import dev.callboard.workers.Duty;
import dev.callboard.workers.DutyFaults;
import dev.callboard.workers.EmailStep;
import dev.callboard.workers.FulfilmentHandler;
import dev.callboard.workers.FulfilmentPolicy;
import dev.callboard.workers.HoldSweep;
import dev.callboard.workers.InventoryStep;
import dev.callboard.workers.InvoiceDocument;
import dev.callboard.workers.InvoiceStep;
import dev.callboard.workers.Janitor;
import dev.callboard.stock.GateReconciler;
import dev.callboard.workers.JobReconciler;
import dev.callboard.workers.Mailer;
import dev.callboard.workers.MessageDuty;
import dev.callboard.workers.RefundDuty;
import dev.callboard.workers.StepWork;
import dev.callboard.workers.Webhook;
import dev.callboard.workers.WorkerWatch;

/** The background duties of one process, on connections and logins of their own. */
final class Duties implements AutoCloseable {
    private static final int CONNECTIONS = 12;
    private static final int BATCH = 50;

    private final Settings settings;
    private final Database database;
    private final RedisConnection redis;
    private final RedisSignals signals;
    private final Trade trade;
    private final BackgroundDuties duties;
    private final DutyFaults faults;
    private final WorkerWatch watch;
    private boolean closed;

    /**
     * @param servers where to connect; stays open, it belongs to the caller
     * @param faults hears of every duty that fails
     */
    Duties(Servers servers, Settings settings, DutyFaults faults) {
        this(Database.open(servers.postgresForDuties(), CONNECTIONS), new RedisConnection(servers.redisForDuties()),
                settings, faults, WorkerWatch.ofThisProcess());
    }

    /**
     * On connections that are closed together with the duties; a fixture's database may hold the clock.
     *
     * @param watch who works here, and what the work is timed by
     */
    Duties(Database database, RedisConnection redis, Settings settings, DutyFaults faults, WorkerWatch watch) {
        this.watch = watch;
        this.settings = settings;
        this.faults = faults;
        this.database = database;
        this.redis = redis;
        this.signals = new RedisSignals(redis);
        this.trade = new Trade(database, redis, signals, settings);
        this.duties = new BackgroundDuties(worker(), roster(), faults);
    }

    void start() {
        // the first reserve should not have to wait for a gate that a crash has left closed
        try {
            trade.gateWatch().ensureOpen();
        } catch (RuntimeException away) {
            faults.failed("stock gate", away);
        }
        duties.start();
        warnOfEviction();
    }

    /** As BullMQ's workers do. Where Redis does not tell its settings there is nothing to say. */
    private void warnOfEviction() {
        try {
            if (RedisFacts.of(redis).evicts()) {
                LoggerFactory.getLogger(LogSetup.SAID).warn("Redis at {} throws keys away when it is full, jobs too: "
                        + "set its maxmemory-policy to noeviction.", redis.address().shown());
            }
        } catch (Unavailable | NotPermitted saidByTheDuties) {
            LoggerFactory.getLogger(Duties.class).debug("no look at Redis: {}", saidByTheDuties.getMessage());
        }
    }

    /** Waits until nothing is left to do. */
    void drain() throws InterruptedException {
        trade.drain().await();
    }

    long processed() {
        return duties.processed();
    }

    long failed() {
        return duties.failed();
    }

    private JobWorker worker() {
        FulfilmentPolicy policy = new FulfilmentPolicy(explicitAttempts(), explicitBackoff(), alerts());
        FulfilmentHandler handler = new FulfilmentHandler(trade.fulfilment(), steps(), policy,
                trade.finalFailures(policy.alerts()), trade.settlement(), watch);
        JobWorkerOptions options = JobWorkerOptions.named(watch.worker())
                .withConcurrency(settings.get(KnownSettings.FULFILMENT_CONCURRENCY))
                .withLimiter(settings.get(KnownSettings.FULFILMENT_LIMITER_MAX),
                        settings.get(KnownSettings.FULFILMENT_LIMITER_DURATION))
                .withLocks(settings.get(KnownSettings.FULFILMENT_LOCK), settings.get(KnownSettings.FULFILMENT_LOCK));
        return new JobWorker(trade.queue(), options, handler,
                () -> signals.changed(Topic.jobs(trade.queue().name())));
    }

    /** What this worker was told explicitly wins over what stood in the settings when the job was added. */
    private Integer explicitAttempts() {
        return settings.isExplicit(KnownSettings.FULFILMENT_ATTEMPTS)
                ? settings.get(KnownSettings.FULFILMENT_ATTEMPTS)
                : null;
    }

    private Duration explicitBackoff() {
        return settings.isExplicit(KnownSettings.FULFILMENT_BACKOFF)
                ? settings.get(KnownSettings.FULFILMENT_BACKOFF)
                : null;
    }

    private List<StepWork> steps() {
        Fulfilment fulfilment = trade.fulfilment();
        InvoiceDocument invoice = new InvoiceDocument(settings.get(KnownSettings.SHOP_ZONE),
                settings.get(KnownSettings.SHOP_LOCALE), settings.get(KnownSettings.SHOP_CURRENCY));
        return List.of(new InventoryStep(fulfilment),
                new EmailStep(fulfilment, mailer(), settings.get(KnownSettings.MAIL_SHOP)),
                new InvoiceStep(fulfilment, invoice));
    }

    private AlertTargets alerts() {
        return new AlertTargets(settings.find(KnownSettings.ALERT_EMAIL).orElse(null),
                settings.find(KnownSettings.ALERTS_WEBHOOK_URL).isPresent());
    }

    private Mailer mailer() {
        return settings.find(KnownSettings.SMTP_URL)
                .map(server -> new Mailer(server, settings.get(KnownSettings.MAIL_FROM))).orElse(null);
    }

    private List<Duty> roster() {
        Tickets tickets = new Tickets(database, BusinessDay.of(settings), signals);
        List<Duty> roster = new ArrayList<>();
        roster.add(Duty.of("relay", Duration.ofMillis(200),
                () -> trade.delivery().deliverDue() == dev.callboard.outbox.Delivery.BATCH));
        roster.add(Duty.of("expiry", settings.get(KnownSettings.EXPIRY_EVERY),
                () -> trade.expiry().expireBatch(BATCH)));
        roster.add(Duty.of("payment expiry", settings.get(KnownSettings.EXPIRY_EVERY),
                () -> trade.cardPayments().expireBatch(settings.get(KnownSettings.PAYMENT_LIMIT), BATCH)));
        roster.add(new RefundDuty(database, trade.leasedRows(), trade.cardRefunds()));
        roster.add(new HoldSweep(trade.orphans()));
        roster.add(Duty.of("stock gate", Duration.ofSeconds(5), this::lookAtGate));
        roster.add(Duty.of("stock reconciler", GateReconciler.EVERY, this::reconcile));
        roster.add(new JobReconciler(trade.jobRepair(),
                trade.finalFailures(alerts())));
        roster.add(Duty.of("held tickets", Duration.ofSeconds(1), () -> tickets.releaseHeld() > 0));
        roster.add(Duty.of("business day", Duration.ofMinutes(1), () -> tickets.expireLeftovers() > 0));
        roster.add(new Janitor(trade.orders(), trade.cancellations(), settings.get(KnownSettings.JANITOR_AFTER),
                settings.get(KnownSettings.JANITOR_EVERY)));
        Mailer mailer = mailer();
        if (mailer != null) {
            roster.add(MessageDuty.mail(trade.leasedRows(), mailer));
        }
        settings.find(KnownSettings.ALERTS_WEBHOOK_URL)
                .ifPresent(url -> roster.add(MessageDuty.webhook(trade.leasedRows(), new Webhook(url))));
        return roster;
    }

    private boolean reconcile() {
        trade.gateReconciler().reconcile();
        trade.gate().forgetEnded(Duration.ofDays(1));
        return false;
    }

    private boolean lookAtGate() {
        trade.gateWatch().check();
        return false;
    }

    /** Stops the duties in good order; a second time does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        duties.close();
        signals.close();
        redis.close();
        database.close();
    }
}
