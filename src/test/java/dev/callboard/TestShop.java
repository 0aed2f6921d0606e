package dev.callboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.callboard.audit.Alerts;
import dev.callboard.audit.AuditLog;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.live.Signals;
import dev.callboard.orders.CustomerReturns;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.JobEffect;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.OrderTransitions;
import dev.callboard.orders.Orders;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.orders.Reservations;
import dev.callboard.outbox.Delivery;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.payments.Payments;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.stock.Gate;
import dev.callboard.stock.GateEffect;
import dev.callboard.stock.GateRebuild;
import dev.callboard.stock.GateWatch;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.Stock;
import dev.callboard.stock.StockHolds;
import dev.callboard.stock.StockLine;
import dev.callboard.stock.StockReport;
import dev.callboard.triage.Cancellations;
import dev.callboard.triage.Evidence;
import dev.callboard.triage.JobActions;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.JobKey;
import dev.callboard.triage.TriageQueues;
import dev.callboard.workers.Drain;
import dev.callboard.workers.FinalFailures;
import dev.callboard.workers.FulfilmentHandler;
import dev.callboard.workers.FulfilmentPolicy;
import dev.callboard.workers.InventoryStep;
import dev.callboard.workers.Settlement;
import dev.callboard.workers.StepWork;

/** A shop with goods, orders and jobs, on a Postgres database and a Redis of its own. */
public final class TestShop implements AutoCloseable {
    public static final String QUEUE = "fulfill-order";

    public final PostgresAddress address = TestServers.newDatabase();
    public final TestRedis redisServer = TestServers.newRedis();
    public final Database database = Database.open(address, 24);
    public final RedisConnection redis = new RedisConnection(redisServer.address());
    public final Outbox outbox = new Outbox();
    public final AuditLog audit = new AuditLog();
    public final Alerts alerts = new Alerts();
    public final Evidence evidence = new Evidence();
    public final Gate gate = new Gate(redis);
    public final GateRebuild rebuild = new GateRebuild(database, redis, gate);
    public final GateWatch watch = new GateWatch(redis, gate, rebuild);
    public final JobQueue queue = new JobQueue(redis, "bull", QUEUE);
    public final Delivery delivery = new Delivery(database, alerts, List.of(new GateEffect(gate),
            new JobEffect(queue, new FulfilmentJob(QUEUE, 2, Duration.ofMillis(20)), evidence, Signals.none())));
    public final PromptDelivery prompt = new PromptDelivery(database, delivery, Runnable::run);
    public final StockHolds holds = new StockHolds(outbox);
    public final OrderTransitions transitions = new OrderTransitions(holds, outbox, audit, Signals.none());
    public final Stock stock = new Stock(database, new Stock.Writing(prompt, outbox, audit, Signals.none()), gate,
            watch);
    public final Orders orders = new Orders(database, audit);
    public final Reservations reservations = new Reservations(database, watch, prompt, transitions, Signals.none());
    public final Payments payments = new Payments(database, prompt, transitions, alerts);
    public final CustomerReturns returns = new CustomerReturns(prompt, holds, audit, Signals.none());
    public final Fulfilment fulfilment = new Fulfilment(database, prompt, holds, transitions);
    public final TriageQueues triageQueues = new TriageQueues(redis, queue);
    public final Cancellations.CaseFiles files = new Cancellations.CaseFiles(orders, evidence, triageQueues);
    public final Cancellations cancellations = new Cancellations(database, prompt, transitions, payments, files);
    public final JobActions actions = new JobActions(database, prompt, transitions, cancellations, audit, files);
    public final JobCases cases = new JobCases(database, triageQueues, orders, evidence, audit);
    private final List<JobWorker> workers = new ArrayList<>();

    public void receive(String sku, long quantity) {
        stock.receive(new Receipt(new StockLine(sku, quantity), "Product " + sku, new java.math.BigDecimal("2.50")));
    }

    public Order reserve(String customer, StockLine... lines) {
        return reservations.reserve(ReservationRequest.of(customer, null, List.of(lines), Duration.ofMinutes(10)));
    }

    /** Reserves and pays. */
    public UUID paid(String customer, StockLine... lines) {
        UUID order = reserve(customer, lines).uuid();
        payments.payAtCounter(order);
        return order;
    }

    public OrderState state(UUID order) {
        return orders.find(order).orElseThrow().state();
    }

    public StockReport product(String sku) {
        return stock.list(List.of(sku)).getFirst();
    }

    public JobKey key(UUID order) {
        return new JobKey(QUEUE, Order.jobId(order));
    }

    /** The handler of a worker that only ships. */
    public FulfilmentHandler shipping() {
        return handler(List.of(new InventoryStep(fulfilment)));
    }

    public FulfilmentHandler handler(List<StepWork> steps) {
        return handler(steps, new FulfilmentPolicy(null, null, null));
    }

    public FulfilmentHandler handler(List<StepWork> steps, FulfilmentPolicy policy) {
        FinalFailures failures = new FinalFailures(database, fulfilment, queue,
                new FinalFailures.Records(evidence, alerts, outbox), policy.alertEmail());
        return new FulfilmentHandler(fulfilment, steps, policy, failures,
                new Settlement(database, orders, evidence, audit));
    }

    public JobWorker worker(FulfilmentHandler handler) {
        JobWorker worker = new JobWorker(queue, JobWorkerOptions.named("test-worker"), handler);
        workers.add(worker);
        worker.start();
        return worker;
    }

    /** A step that fails as often as it is tried. */
    public static StepWork failing(String name, String error) {
        return new StepWork() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void run(Fulfilment.TakenOver mine) {
                throw new IllegalStateException(error);
            }
        };
    }

    /** An order whose goods were shipped and whose job failed for good. */
    public UUID failedAfterShipping(String customer, StockLine... lines) throws InterruptedException {
        UUID order = paid(customer, lines);
        try (JobWorker worker = worker(handler(List.of(new InventoryStep(fulfilment),
                failing("email", "SMTP timeout after 10 s"))))) {
            drain();
        }
        return order;
    }

    public void drain() throws InterruptedException {
        while (delivery.deliverDue() > 0) {
            // the relay's own work, done here
        }
        new Drain(database, outbox, queue, reservations).await();
    }

    /** The single number that a query answers. */
    public long number(String query) {
        return database.transaction(tx -> tx.handle().createQuery(query).mapTo(Long.class).one());
    }

    /** Loses an order's job, as a flush would. */
    public void loseJobs() {
        redisServer.flush();
    }

    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        redis.close();
        database.close();
        redisServer.close();
    }
}
