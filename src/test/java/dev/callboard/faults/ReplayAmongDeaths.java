package dev.callboard.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.TestShop;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.JobRepair;
import dev.callboard.sample.RetailReplay;
import dev.callboard.sample.RetailReport;

/**
 * A replay of invoices whose orders are fulfilled by three processes, two of which die by turns. The third stays: on a busy
 * machine the others may not live long enough to do anything.
 */
final class ReplayAmongDeaths implements AutoCloseable {
    static final long OPENING = 1_000;
    private static final Duration BETWEEN_DEATHS = Duration.ofSeconds(2);
    private static final int MORTALS = FaultShop.PARTIES - 2;
    private static final int ALL = 100;
    private static final Logger LOG = LoggerFactory.getLogger("callboard");

    private final FaultShop faults;
    private final TestShop truth;
    private final Promises promises = new Promises();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger flushes = new AtomicInteger();
    private volatile boolean isPlaying = true;

    ReplayAmongDeaths(Path folder) {
        this.faults = new FaultShop(folder);
        this.truth = faults.servers.untroubledShop();
    }

    /** @param worked the queue whose jobs the replay does itself */
    static RetailReplay replay(TestShop shop, JobQueue worked) {
        return new RetailReplay(shop.database,
                new RetailReplay.Commands(shop.stock, shop.reservations, shop.payments, shop.returns),
                new JobWorker(worked, JobWorkerOptions.named("replay"), shop.shipping()),
                new RetailReplay.Mending(shop.delivery, shop.watch, new JobRepair(shop.database, shop.queue,
                        new FulfilmentJob(TestShop.QUEUE, 2, Duration.ofSeconds(1)), shop.evidence)));
    }

    /** Plays to the end and lets everything come to rest. @param flushAfter orders */
    RetailReport play(Path invoices, long flushAfter) throws Exception {
        List<Thread> others = List.of(Thread.ofVirtual().start(this::kill),
                Thread.ofVirtual().start(() -> flushAfter(flushAfter)), Thread.ofVirtual().start(this::retry));
        long begun = System.nanoTime();
        RetailReport report;
        try {
            // a queue of nobody's: the processes do the work
            report = replay(truth, new JobQueue(truth.redis, "bull", "nobody")).run(invoices, OPENING);
        } finally {
            isPlaying = false;
        }
        for (Thread other : others) {
            other.join();
        }
        LOG.info("{} invoices of goods in {} s, {} kills, {} flushes, {} failed for good", report.saleOrders(),
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(), kills, flushes, failedForGood());
        faults.calm();
        Awaitility.await().atMost(2, TimeUnit.MINUTES).pollInterval(500, TimeUnit.MILLISECONDS).until(() -> {
            new AdminHand(truth, 1, promises).round(ALL);
            return Rest.isDry(truth);
        });
        return report;
    }

    /** What is wrong, a line each. */
    List<String> verdict() {
        List<String> wrong = Verdict.of(faults.servers, truth, promises);
        wrong.addAll(faults.deaths());
        return wrong;
    }

    int kills() {
        return kills.get();
    }

    int flushes() {
        return flushes.get();
    }

    long failedForGood() {
        return truth.number("select count(*) from audit_entry where action = 'order.retry'");
    }

    private void kill() {
        LockSupport.parkNanos(BETWEEN_DEATHS.toNanos());
        while (isPlaying) {
            strike(new Fault.Kill(1 + kills.getAndIncrement() % MORTALS));
            LockSupport.parkNanos(BETWEEN_DEATHS.toNanos());
        }
    }

    private void flushAfter(long orders) {
        while (isPlaying && flushes.get() == 0) {
            if (truth.number("select count(*) from orders") >= orders) {
                strike(new Fault.FlushRedis());
                flushes.incrementAndGet();
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    private void retry() {
        AdminHand admin = new AdminHand(truth, 1, promises);
        while (isPlaying) {
            admin.round(ALL);
            LockSupport.parkNanos(200_000_000);
        }
    }

    private void strike(Fault fault) {
        try {
            faults.strike(fault);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        isPlaying = false;
        faults.close();
        truth.close();
    }
}
