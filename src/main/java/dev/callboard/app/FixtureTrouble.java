package dev.callboard.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import java.time.Duration;

import dev.callboard.jobs.JobHandler;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.redis.RedisConnection;
import dev.callboard.sample.FixtureDay;
import dev.callboard.sample.FixtureFailures;
import dev.callboard.sample.FixtureStaff;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.settings.KnownSettings;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.FailureGroup;
import dev.callboard.triage.GroupClaims;
import dev.callboard.triage.JobCases;
import dev.callboard.triage.JobKey;

/** What Triage shows beside what failed: a run, colleagues, and workers in the middle of a job. */
final class FixtureTrouble implements AutoCloseable {
    private static final String COLLEAGUE = "Tomasz Nowak";
    private static final String MOVED = "Marek Dvořák";
    private static final int AT_ONCE = 5;
    private static final int DONE = 71;
    private static final int ALL = 1_000;

    private final Fixture fixture;
    private final ConsoleShop shop;
    private final RedisConnection redis;
    private final FixtureStaff staff;
    private final Trade colleague;
    private final List<JobWorker> workers = new ArrayList<>();
    private final CountDownLatch dayOver = new CountDownLatch(1);

    FixtureTrouble(Fixture fixture) {
        this.fixture = fixture;
        this.shop = fixture.shop();
        this.redis = new RedisConnection(fixture.servers().redisForDuties());
        this.staff = new FixtureStaff(fixture.servers().postgresForMigrations(), fixture::now);
        this.colleague = new Trade(staff.of(COLLEAGUE), redis, shop.trade().signals(), fixture.settings());
    }

    /** Begins the run, and shares the groups out. */
    void begin() {
        fixture.holdClockAt(FixtureDay.momentOf("13:31:10"));
        claim(shop.trade().groupClaims(), "SMTP", "Mail server moved, asking the host");
        fixture.holdClockAt(FixtureDay.momentOf("13:10:04"));
        claim(colleague.groupClaims(), FixtureFailures.commonest(), "The carrier is looking into it");
        var filters = shop.triage(() -> {}).desk().filters();
        filters.save("Today, over € 100", "failed:today stake:>100");
        filters.save("Claimed by me", "is:mine");
        fixture.holdClockAt(FixtureDay.momentOf("14:04:00"));
        shop.trade().jobs().pause("invoice-mail");
        fixture.failures(redis).retryInRun(shop.trade().jobs(), shop.trade().bulkRuns(), shop.runner(failure -> {
            throw failure;
        }), colleague.jobActions());
        work(fixture.settings().get(KnownSettings.FULFILMENT_QUEUE), AT_ONCE, DONE);
    }

    private JobQueue queue(String name) {
        return new JobQueue(redis, fixture.settings().get(KnownSettings.BULLMQ_PREFIX), name);
    }

    private void claim(GroupClaims claims, String error, String note) {
        JobCases cases = shop.trade().jobs();
        FailureGroup group = cases.catalog().read(cases.queues(), ALL).groups(Map.of(), fixture.now()).stream()
                .filter(each -> each.error().contains(error)).findFirst().orElseThrow();
        claims.claim(group.fingerprint(), group.count(), note);
    }

    /** A worker that does so many jobs and stays in the middle of the next ones. */
    private void work(String queue, int atOnce, int jobs) {
        AtomicInteger left = new AtomicInteger(jobs);
        JobHandler handler = job -> {
            if (FulfilmentJob.orderOf(job.id()) == null && left.getAndDecrement() > 0) {
                return new JobOutcome.Completed("null");
            }
            dayOver.await();
            return new JobOutcome.GiveBack(Duration.ZERO);
        };
        JobWorker worker = new JobWorker(queue(queue), JobWorkerOptions.named("worker-1").withConcurrency(atOnce),
                handler);
        workers.add(worker);
        worker.start();
    }

    /** While somebody looks at the list, a colleague retries one of its jobs. */
    void colleagueRetriesOne() {
        String queue = fixture.settings().get(KnownSettings.FULFILMENT_QUEUE);
        FailedJob job = shop.trade().jobs().freeze(queue, null).stream()
                .filter(each -> each.order() != null && each.order().customer().equals(MOVED)).findFirst()
                .orElseThrow();
        colleague.jobActions().retry(new JobKey(queue, job.id()), job.seen());
    }

    @Override
    public void close() {
        dayOver.countDown();
        workers.forEach(JobWorker::close);
        colleague.close();
        staff.close();
        redis.close();
    }
}
