package dev.callboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
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
import dev.callboard.orders.ReservationExpiry;
import dev.callboard.orders.Reservations;
import dev.callboard.orders.TicketNotice;
import dev.callboard.outbox.Delivery;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.payments.Payments;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisConnection;
import dev.callboard.stock.Gate;
import dev.callboard.stock.GateEffect;
import dev.callboard.stock.GateRebuild;
import dev.callboard.stock.GateWatch;
import dev.callboard.stock.OrphanHolds;
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
import dev.callboard.workers.AlertTargets;
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
    private static final int ATTEMPTS = 2;

    public final PostgresAddress address;
    public final TestRedis redisServer;
    public final Database database;
    public final RedisConnection redis;
    public final Outbox outbox;
    public final AuditLog audit;
    public final Alerts alerts;
    public final Evidence evidence;
    public final Gate gate;
    public final GateRebuild rebuild;
    public final GateWatch watch;
    public final JobQueue queue;
    public final Delivery delivery;
    public final PromptDelivery prompt;
    public final StockHolds holds;
    public final OrderTransitions transitions;
    public final Stock stock;
    public final Orders orders;
    public final Reservations reservations;
    public final ReservationExpiry expiry;
    public final Payments payments;
    public final CustomerReturns returns;
    public final Fulfilment fulfilment;
    public final TriageQueues triageQueues;
    public final Cancellations.CaseFiles files;
    public final Cancellations cancellations;
    public final JobActions actions;
    public final JobCases cases;
    private final List<JobWorker> workers = new ArrayList<>();

    public TestShop() {
        this(TestServers.newDatabase(), TestServers.newRedis(), null);
    }

    /** The same shop seen over other connections, by somebody without patience; closing it leaves the servers alone. */
    public TestShop through(PostgresAddress otherAddress, RedisAddress otherRedis) {
        return new TestShop(otherAddress, null, new RedisConnection(otherRedis, Duration.ofMillis(400)));
    }

    /** A shop on servers that others look after; closing it leaves them alone. */
    public static TestShop at(PostgresAddress address, RedisAddress redis) {
        return new TestShop(address, null, new RedisConnection(redis));
    }

    private TestShop(PostgresAddress address, TestRedis redisServer, RedisConnection connection) {
        this.address = address;
        this.redisServer = redisServer;
        this.database = Database.open(address, 24);
        this.redis = connection == null ? new RedisConnection(redisServer.address()) : connection;
        this.outbox = new Outbox();
        this.audit = new AuditLog();
        this.alerts = new Alerts();
        this.evidence = new Evidence();
        this.gate = new Gate(redis);
        this.rebuild = new GateRebuild(database, redis, gate);
        this.watch = new GateWatch(redis, gate, rebuild);
        this.queue = new JobQueue(redis, "bull", QUEUE);
        this.delivery = new Delivery(database, alerts, List.of(new GateEffect(gate),
                new JobEffect(queue, new FulfilmentJob(QUEUE, ATTEMPTS, Duration.ofMillis(20)), evidence,
                        Signals.none()),
                new TicketNotice(Signals.none())));
        this.prompt = new PromptDelivery(database, delivery, Runnable::run);
        this.holds = new StockHolds(outbox);
        this.transitions = new OrderTransitions(holds, outbox, audit, Signals.none());
        this.stock = new Stock(database, new Stock.Writing(prompt, outbox, audit, Signals.none()), gate,
                watch);
        this.orders = new Orders(database, audit);
        this.reservations = new Reservations(database, watch, new OrphanHolds(database, gate), orders, Signals.none());
        this.expiry = new ReservationExpiry(database, prompt, transitions);
        this.payments = new Payments(database, prompt, transitions, outbox, alerts,
                Currency.getInstance("EUR"));
        this.returns = new CustomerReturns(prompt, holds, audit, Signals.none());
        this.fulfilment = new Fulfilment(database, prompt, holds, transitions);
        this.triageQueues = new TriageQueues(redis, queue, ATTEMPTS);
        this.files = new Cancellations.CaseFiles(orders, evidence, triageQueues);
        this.cancellations = new Cancellations(database, prompt, transitions, payments, files);
        this.actions = new JobActions(database, prompt, transitions, cancellations, audit, files);
        this.cases = new JobCases(database, triageQueues, orders, evidence, audit);
    }

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
        return handler(steps, new FulfilmentPolicy(null, null, AlertTargets.none()));
    }

    public FulfilmentHandler handler(List<StepWork> steps, FulfilmentPolicy policy) {
        FinalFailures failures = new FinalFailures(database, fulfilment, queue,
                new FinalFailures.Records(evidence, alerts, outbox), policy.alerts());
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
        failAfterShipping();
        return order;
    }

    /** Ships the goods of every paid order, and lets its job fail for good after that. */
    public void failAfterShipping() throws InterruptedException {
        try (JobWorker worker = worker(handler(List.of(new InventoryStep(fulfilment),
                failing("email", "SMTP timeout after 10 s"))))) {
            drain();
        }
    }

    public void drain() throws InterruptedException {
        try (TestRelay relay = new TestRelay(delivery)) {
            new Drain(database, outbox, queue, expiry).await();
        }
    }

    /** The single number that a query answers. */
    public long number(String query) {
        return database.transaction(tx -> tx.handle().createQuery(query).mapTo(Long.class).one());
    }

    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        redis.close();
        database.close();
        if (redisServer != null) {
            redisServer.close();
        }
    }
}
