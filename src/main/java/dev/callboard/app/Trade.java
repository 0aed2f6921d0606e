package dev.callboard.app;

import java.util.Currency;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import dev.callboard.audit.Alerts;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.JobQueue;
import dev.callboard.live.Signals;
import dev.callboard.orders.CustomerReturns;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.JobEffect;
import dev.callboard.orders.JobRepair;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.orders.Orders;
import dev.callboard.orders.ReservationExpiry;
import dev.callboard.orders.Reservations;
import dev.callboard.orders.TicketNotice;
import dev.callboard.outbox.Delivery;
import dev.callboard.outbox.LeasedRows;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.payments.CardPayments;
import dev.callboard.payments.CardRefunds;
import dev.callboard.payments.PaymentProvider;
import dev.callboard.payments.Payments;
import dev.callboard.payments.StripeProvider;
import dev.callboard.postgres.Database;
import dev.callboard.redis.RedisConnection;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Settings;
import dev.callboard.stock.Gate;
import dev.callboard.stock.GateEffect;
import dev.callboard.stock.GateRebuild;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.GateWatch;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.Stock;
import dev.callboard.stock.StockHolds;
import dev.callboard.triage.BulkRuns;
import dev.callboard.triage.CancelEffects;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.Evidence;
import dev.callboard.triage.GroupClaims;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobBatches;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.JobClearance;
import dev.callboard.triage.JobNames;
import dev.callboard.triage.Payloads;
import dev.callboard.triage.TriageQueues;
import dev.callboard.workers.AlertTargets;
import dev.callboard.workers.Drain;
import dev.callboard.workers.FinalFailures;
import dev.callboard.workers.Settlement;

/** Goods, orders, money and failed jobs over one Postgres and one Redis, each part built on those below it. */
final class Trade implements AutoCloseable {
    private static final int LAST_DELIVERY_SECONDS = 3;

    private final AuditLog audit = new AuditLog();
    private final Alerts alerts = new Alerts();
    private final Outbox outbox = new Outbox();
    private final Evidence evidence = new Evidence();
    private final StockHolds holds = new StockHolds(outbox);
    private final Database database;
    private final Signals signals;
    private final Gate gate;
    private final GateWatch watch;
    private final OrderTransitions transitions;
    private final JobQueue queue;
    private final FulfilmentJob job;
    private final TriageQueues queues;
    private final Delivery delivery;
    private final PromptDelivery prompt;
    private final PaymentProvider provider;
    private final Currency currency;
    private final ExecutorService deliveries = Executors.newVirtualThreadPerTaskExecutor();

    Trade(Database database, RedisConnection redis, Signals signals, Settings settings) {
        this.database = database;
        this.signals = signals;
        this.gate = new Gate(redis);
        this.watch = new GateWatch(redis, gate, new GateRebuild(database, redis, gate));
        this.transitions = new OrderTransitions(holds, outbox, audit, signals);
        this.job = new FulfilmentJob(settings.get(KnownSettings.FULFILMENT_QUEUE),
                settings.get(KnownSettings.FULFILMENT_ATTEMPTS), settings.get(KnownSettings.FULFILMENT_BACKOFF));
        this.queue = new JobQueue(redis, settings.get(KnownSettings.BULLMQ_PREFIX), job.queue());
        this.queues = new TriageQueues(redis, queue, job.attempts());
        this.delivery = new Delivery(database, alerts,
                List.of(new GateEffect(gate), new JobEffect(queue, job, evidence, signals), new TicketNotice(signals)));
        this.prompt = new PromptDelivery(database, delivery, deliveries);
        this.currency = settings.get(KnownSettings.SHOP_CURRENCY);
        this.provider = settings.find(KnownSettings.STRIPE_KEY).<PaymentProvider>map(key -> new StripeProvider(key,
                settings.get(KnownSettings.STRIPE_URL), currency))
                .orElseGet(PaymentProvider::none);
    }

    Stock stock() {
        return new Stock(database, new Stock.Writing(prompt, outbox, audit, signals), gate, watch);
    }

    Orders orders() {
        return new Orders(database, audit);
    }

    Reservations reservations() {
        return new Reservations(database, watch, orphans(), orders(), signals);
    }

    ReservationExpiry expiry() {
        return new ReservationExpiry(database, prompt, transitions);
    }

    Payments payments() {
        return new Payments(database, prompt, transitions, outbox, alerts, currency);
    }

    CardPayments cardPayments() {
        return cardPayments(provider);
    }

    /** Cards by another provider than the settings name. */
    CardPayments cardPayments(PaymentProvider by) {
        return new CardPayments(database, new CardPayments.Writing(prompt, outbox, alerts, currency), transitions, by);
    }

    CardRefunds cardRefunds() {
        return new CardRefunds(database, provider, transitions, alerts, currency);
    }

    CustomerReturns returns() {
        return new CustomerReturns(prompt, holds, audit, signals);
    }

    Cancellations cancellations() {
        return new Cancellations(database, prompt, transitions, payments(), files());
    }

    CancelEffects cancelEffects() {
        return new CancelEffects(database, outbox, payments());
    }

    JobCases jobs() {
        return new JobCases(database, queues, orders(), evidence, audit);
    }

    JobNames jobNames() {
        return new JobNames(database, queues, orders(), evidence, audit);
    }

    JobActions jobActions() {
        return new JobActions(database, prompt, transitions, cancellations(), audit, files());
    }

    JobBatches jobBatches() {
        return new JobBatches(database, audit, files(), jobActions());
    }

    JobClearance jobClearance() {
        return new JobClearance(database, audit, queues);
    }

    BulkRuns bulkRuns() {
        return new BulkRuns(database, audit, signals);
    }

    Payloads payloads() {
        return new Payloads(database, audit, jobActions(), files());
    }

    GroupClaims groupClaims() {
        return new GroupClaims(database, audit, signals);
    }

    Fulfilment fulfilment() {
        return new Fulfilment(database, prompt, holds, transitions);
    }

    /** How a worker ends a job for good. @param told who is told */
    FinalFailures finalFailures(AlertTargets told) {
        return new FinalFailures(database, fulfilment(), queue,
                new FinalFailures.Records(evidence, alerts, outbox), told);
    }

    Settlement settlement() {
        return new Settlement(database, orders(), evidence, audit);
    }

    Drain drain() {
        return new Drain(database, outbox, queue, expiry());
    }

    OrphanHolds orphans() {
        return new OrphanHolds(database, gate);
    }

    JobRepair jobRepair() {
        return new JobRepair(database, queue, job, evidence);
    }

    GateReconciler gateReconciler() {
        return new GateReconciler(database, gate);
    }

    LeasedRows leasedRows() {
        return new LeasedRows(database, alerts);
    }

    Gate gate() {
        return gate;
    }

    GateWatch gateWatch() {
        return watch;
    }

    Delivery delivery() {
        return delivery;
    }

    JobQueue queue() {
        return queue;
    }

    Signals signals() {
        return signals;
    }

    private Cancellations.CaseFiles files() {
        return new Cancellations.CaseFiles(orders(), evidence, queues);
    }

    /** Lets deliveries that outlasted their command's answer come to their end. */
    @Override
    public void close() {
        deliveries.shutdown();
        try {
            deliveries.awaitTermination(LAST_DELIVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
