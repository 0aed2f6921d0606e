package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.JobRepair;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.stock.StockLine;

/** Orders and jobs that a crash, a flush or another tool parted. */
class JobReconcilerTest {
    private final TestShop shop = new TestShop();
    private final JobRepair repair = new JobRepair(shop.database, shop.queue,
            new FulfilmentJob(TestShop.QUEUE, 2, Duration.ofMillis(20)), shop.evidence);
    private final JobReconciler reconciler = new JobReconciler(repair,
            new FinalFailures(shop.database, shop.fulfilment, shop.queue,
                    new FinalFailures.Records(shop.evidence, shop.alerts, shop.outbox), AlertTargets.none()));

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("F01")
    @Tag("J12")
    void aPaidOrderWhoseJobWasFlushedGetsItBack() throws Exception {
        UUID order = shop.paid("ada", new StockLine("BULB", 2));
        shop.redisServer.flush();
        shop.watch.check();

        reconciler.runOnce();

        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }
        assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    @Tag("F01")
    @Tag("J12")
    void aPaidOrderWhoseOutboxRowWasSetApartRunsAllTheSame() throws Exception {
        UUID order = shop.paid("ada", new StockLine("BULB", 2));
        shop.redisServer.flush();
        shop.watch.check();
        shop.database.transaction(tx -> tx.handle()
                .execute("update outbox set done_at = null, set_apart = true where kind = 'job'"));

        reconciler.runOnce();

        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }
        assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    @Tag("A01")
    @Tag("J14")
    void anOrderWhoseJobAnotherProgramFailedBecomesFailedAndCanBeCancelled() {
        UUID order = shop.paid("ada", new StockLine("BULB", 2));
        try (JobWorker stranger = new JobWorker(shop.queue, JobWorkerOptions.named("stranger"),
                job -> new JobOutcome.FailedForGood("no processor for this job", null))) {
            stranger.start();
            org.awaitility.Awaitility.await().until(() -> shop.queue.counts().failed() == 1);
        }
        assertThat(shop.state(order)).isEqualTo(OrderState.PAID);

        reconciler.runOnce();
        reconciler.runOnce();

        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.database.transaction(shop.alerts::open)).isEqualTo(1);
        assertThat(shop.cancellations.cancelOrder(order, "the wrong worker took it").released()).hasSize(1);
        assertThat(shop.product("BULB").product().available()).isEqualTo(10);
    }

    @Test
    @Tag("A01")
    void aFailedOrdersLostJobIsLaidBackAsItWas() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        JobSnapshot before = shop.queue.find(Order.jobId(order)).orElseThrow();
        shop.redisServer.flush();
        shop.watch.check();

        reconciler.runOnce();

        JobSnapshot after = shop.queue.find(Order.jobId(order)).orElseThrow();
        assertThat(after.state()).isEqualTo(JobState.FAILED);
        assertThat(after.failedReason()).isEqualTo(before.failedReason());
        assertThat(after.stacktrace()).isEqualTo(before.stacktrace());
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
    }

    @Test
    void aDoneOrdersJobLeavesTheFailedSet() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        shop.redisServer.stop();
        shop.cancellations.cancelOrder(order, "gone with the flood");
        shop.redisServer.restart();
        shop.database.transaction(tx -> tx.handle().execute("update outbox set done_at = clock_timestamp()"));
        org.awaitility.Awaitility.await().ignoreExceptions().until(() -> shop.queue.counts().failed() == 1);

        reconciler.runOnce();

        assertThat(shop.queue.counts().failed()).isZero();
        assertThat(List.of(shop.queue.find(Order.jobId(order)).orElseThrow().state()))
                .containsExactly(JobState.COMPLETED);
    }

    @Test
    void aDoneOrdersJobIsFoundHoweverManyFailedAfterIt() throws Exception {
        UUID oldest = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        for (int i = 0; i < 3; i++) {
            shop.failedAfterShipping("later " + i, new StockLine("BULB", 1));
        }
        // as if its job had been left behind in the failed set
        shop.database.transaction(
                tx -> tx.handle().execute("update orders set state = 'CANCELLED' where id = ?", oldest));

        assertThat(repair.settleFinished(1)).isZero();
        assertThat(repair.settleFinished(1)).isZero();
        assertThat(repair.settleFinished(1)).isEqualTo(1);
        // and from the top again
        assertThat(repair.settleFinished(1)).isZero();
        assertThat(shop.queue.counts().failed()).isEqualTo(3);
    }
}
