package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.audit.Act;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.NewJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.ActionResult.Result;

class TriageTest {
    private static final String WHY = "customer asked at the counter";
    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
        shop.receive("DRILL", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A01")
    void showsFailedJobsOfOursAndOfOthers() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        failForeign("invoice-mail", "mail-17");

        assertThat(shop.cases.queues()).extracting("name").containsExactly(TestShop.QUEUE, "invoice-mail");
        assertThat(shop.cases.list(TestShop.QUEUE, JobState.FAILED, null, 10, null).jobs()).singleElement()
                .satisfies(job -> {
                    assertThat(job.id()).isEqualTo("order-" + order);
                    assertThat(job.order().uuid()).isEqualTo(order);
                    assertThat(job.attempts()).isEqualTo(2);
                    assertThat(job.error()).contains("SMTP timeout");
                });
        assertThat(shop.cases.list(TestShop.QUEUE, JobState.FAILED, "smtp TIMEOUT", 10, null).total()).isEqualTo(1);
        assertThat(shop.cases.list(TestShop.QUEUE, JobState.FAILED, "other", 10, null).total()).isZero();
        assertThat(shop.cases.list("invoice-mail", JobState.FAILED, null, 10, null).jobs()).singleElement()
                .satisfies(job -> assertThat(job.order()).isNull());
    }

    @Test
    @Tag("A01")
    void showsAFailedOrderWhoseJobRedisLostFromItsEvidence() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        shop.redisServer.flush();

        assertThat(shop.cases.list(TestShop.QUEUE, JobState.FAILED, null, 10, null).jobs()).singleElement()
                .satisfies(job -> {
                    assertThat(job.lost()).isTrue();
                    assertThat(job.error()).contains("SMTP timeout");
                });
        assertThat(
                shop.cases.show(TestShop.QUEUE, Order.jobId(order)).latestEvidence().snapshot().path("data").asText())
                .contains(order.toString());
        assertThat(shop.actions.cancel(shop.key(order), WHY).result()).isEqualTo(Result.CANCELLED);
    }

    @Test
    @Tag("A02")
    void retryGivesAllAttemptsAgainAndKeepsTheOldFailure() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));

        ActionResult result = shop.actions.retry(shop.key(order));

        assertThat(result.result()).isEqualTo(Result.RETRIED);
        assertThat(shop.state(order)).isEqualTo(OrderState.PAID);
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow()).satisfies(job -> {
            assertThat(job.state()).isEqualTo(JobState.WAITING);
            assertThat(job.attemptsMade()).isZero();
        });
        assertThat(shop.cases.show(TestShop.QUEUE, Order.jobId(order)).evidence()).extracting(EvidenceRow::cause)
                .containsExactly("failed", "retry");
        assertThat(shop.cases.show(TestShop.QUEUE, Order.jobId(order)).latestEvidence().error())
                .contains("SMTP timeout");
    }

    @Test
    @Tag("A03")
    @Tag("S09")
    void cancelGivesBackExactlyWhatTheOrderTook() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2), new StockLine("DRILL", 1));
        CancelPreview preview = shop.cancellations.preview(order);
        assertThat(preview.units()).isEqualTo(3);
        assertThat(preview.stock().getFirst().onHandNow()).isEqualTo(8);
        assertThat(preview.stock().getFirst().onHandAfter()).isEqualTo(10);
        assertThat(preview.payment().amount()).isEqualByComparingTo("7.50");

        ActionResult result = shop.actions.cancel(shop.key(order), WHY);

        assertThat(result.result()).isEqualTo(Result.CANCELLED);
        assertThat(result.returned()).containsExactly(new StockLine("BULB", 2), new StockLine("DRILL", 1));
        assertThat(result.released()).isEmpty();
        assertThat(shop.state(order)).isEqualTo(OrderState.CANCELLED);
        assertUntouchedStock();
        assertThat(shop.payments.refunds(order)).singleElement()
                .satisfies(refund -> assertThat(refund.amount()).isEqualByComparingTo("7.50"));
        assertThat(shop.queue.find(Order.jobId(order))).isEmpty();
        assertThat(shop.cases.show(TestShop.QUEUE, Order.jobId(order)).audit()).extracting("action")
                .contains("order.cancel");
    }

    @Test
    @Tag("A06")
    void aCancelWhoseRestIsUnderWayIsFinishedByTheRelay() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        CancelEffects effects = new CancelEffects(shop.database, shop.outbox, shop.payments);
        shop.redisServer.stop();

        assertThat(shop.actions.cancel(shop.key(order), WHY).pending()).isTrue();
        assertThat(effects.of(shop.orders.details(order))).extracting(CancelEffect::kind, CancelEffect::state)
                .containsExactly(tuple(CancelEffect.Kind.ORDER, CancelEffect.State.DONE),
                        tuple(CancelEffect.Kind.STOCK, CancelEffect.State.DONE),
                        tuple(CancelEffect.Kind.REFUND, CancelEffect.State.NEEDS_PERSON),
                        tuple(CancelEffect.Kind.GATE, CancelEffect.State.UNDER_WAY),
                        tuple(CancelEffect.Kind.JOB, CancelEffect.State.UNDER_WAY));

        shop.redisServer.restart();
        org.awaitility.Awaitility.await().ignoreExceptions().until(() -> shop.watch.check()
                && shop.delivery.deliverDue() >= 0 && shop.database.transaction(shop.outbox::open) == 0);

        assertThat(effects.of(shop.orders.details(order))).extracting(CancelEffect::state)
                .doesNotContain(CancelEffect.State.UNDER_WAY);
        assertThat(shop.queue.find(Order.jobId(order))).isEmpty();
        assertUntouchedStock();
    }

    @Test
    @Tag("A03")
    void cancelOfAnOrderThatNeverShippedOnlyEndsItsHold() throws Exception {
        UUID order = shop.paid("ada", new StockLine("BULB", 2));
        try (var worker = shop.worker(shop.handler(List.of(TestShop.failing("inventory", "shelf empty"))))) {
            shop.drain();
        }

        ActionResult result = shop.actions.cancel(shop.key(order), WHY);

        assertThat(result.returned()).isEmpty();
        assertThat(result.released()).containsExactly(new StockLine("BULB", 2));
        assertUntouchedStock();
    }

    @Test
    @Tag("A04")
    void aSecondCancelAndTwoAtOnceGiveBackOnce() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));

        AtOnce<ActionResult> both = AtOnce.run(2, i -> shop.actions.cancel(shop.key(order), WHY));
        ActionResult third = shop.actions.cancel(shop.key(order), WHY);

        assertThat(both.done()).extracting(ActionResult::result).containsExactlyInAnyOrder(Result.CANCELLED,
                Result.MOVED);
        assertThat(third.result()).isEqualTo(Result.MOVED);
        assertThat(third.message()).contains("CANCELLED");
        assertUntouchedStock();
        assertThat(shop.payments.refunds(order)).hasSize(1);
    }

    @Test
    @Tag("A05")
    @Tag("S09")
    void cancelOfAnOrderThatCompletedMeanwhileReturnsNothing() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        OrderRound seen = shop.cases.list(TestShop.QUEUE, JobState.FAILED, null, 1, null).jobs().getFirst().seen();
        shop.actions.retry(shop.key(order));
        try (var worker = shop.worker(shop.shipping())) {
            shop.drain();
        }

        assertThat(shop.actions.cancel(shop.key(order), seen, WHY).result()).isEqualTo(Result.MOVED);
        assertThat(shop.cancellations.cancelFailed(seen, Act.person(WHY))).isEmpty();
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(8);
        assertThat(shop.payments.refunds(order)).isEmpty();
    }

    @Test
    @Tag("A08")
    void anActionOnAnOlderSightIsNoWin() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        OrderRound seen = shop.cases.list(TestShop.QUEUE, JobState.FAILED, null, 1, null).jobs().getFirst().seen();
        shop.actions.retry(shop.key(order));
        try (var worker = shop.worker(shop.handler(List.of(TestShop.failing("email", "again"))))) {
            shop.drain();
        }
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);

        assertThat(shop.actions.cancel(shop.key(order), seen, WHY).result()).isEqualTo(Result.MOVED);
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
    }

    @Test
    @Tag("A09")
    void brokenJobsAreShownAndCanBeDiscarded() {
        failForeign("stock-sync", "not-json");
        shop.redis.client().getMap("bull:stock-sync:not-json", org.redisson.client.codec.StringCodec.INSTANCE)
                .put("data", "{broken \u0001 " + "x".repeat(5_000_000));
        shop.redis.client().getScoredSortedSet("bull:stock-sync:failed", org.redisson.client.codec.StringCodec.INSTANCE)
                .add(1.7e12, "no-hash");

        JobList list = shop.cases.list("stock-sync", JobState.FAILED, null, 10, null);

        assertThat(list.jobs()).extracting(FailedJob::id).containsExactlyInAnyOrder("not-json", "no-hash");
        assertThat(shop.cases.show("stock-sync", "not-json").job().isDataJson()).isFalse();
        for (String id : List.of("not-json", "no-hash")) {
            assertThat(shop.actions.cancel(new JobKey("stock-sync", id), WHY).result()).isEqualTo(Result.REFUSED);
            assertThat(shop.actions.discard(new JobKey("stock-sync", id), WHY).result()).isEqualTo(Result.DISCARDED);
        }
        assertThat(shop.cases.list("stock-sync", JobState.FAILED, null, 10, null).total()).isZero();
        assertThat(shop.cases.show("stock-sync", "not-json").evidence()).hasSize(1);
    }

    @Test
    void discardIsRefusedWhileTheOrderIsNotDone() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));

        assertThat(shop.actions.discard(shop.key(order), WHY).result()).isEqualTo(Result.REFUSED);
        assertThat(shop.queue.find(Order.jobId(order))).isPresent();
        assertThat(shop.actions.cancel(new JobKey(TestShop.QUEUE, "nobody"), WHY).result()).isEqualTo(Result.GONE);
    }

    @Test
    void undoOfARetryLaysTheJobBackAsItWas() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        var before = shop.queue.find(Order.jobId(order)).orElseThrow();
        shop.actions.retry(shop.key(order));
        int round = shop.orders.find(order).orElseThrow().round();

        var undone = shop.prompt
                .run((tx, rows) -> shop.transitions.undoRetry(tx, rows, order, round, Act.person("wrong row")));

        assertThat(undone.value()).isPresent();
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        var after = shop.queue.find(Order.jobId(order)).orElseThrow();
        assertThat(after.state()).isEqualTo(JobState.FAILED);
        assertThat(after.failedReason()).isEqualTo(before.failedReason());
        assertThat(after.stacktrace()).isEqualTo(before.stacktrace());
    }

    @Test
    @Tag("A04")
    void retryAndCancelAtOnceNeverBothWin() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));

        AtOnce<ActionResult> both = AtOnce
                .run(List.<Callable<ActionResult>>of(() -> shop.actions.retry(shop.key(order)),
                        () -> shop.actions.cancel(shop.key(order), WHY)));

        assertThat(both.done()).filteredOn(result -> result.result().isSuccess()).hasSize(1);
        assertThat(both.done()).filteredOn(result -> result.result() == Result.MOVED).hasSize(1);
    }

    private void failForeign(String queueName, String id) {
        var queue = new dev.callboard.jobs.JobQueue(shop.redis, "bull", queueName);
        queue.add(NewJob.of("send", id, "{\"to\":\"someone\"}", JobOptions.DEFAULT));
        List<String> seen = new ArrayList<>();
        try (var worker = new dev.callboard.jobs.JobWorker(queue,
                dev.callboard.jobs.JobWorkerOptions.named("other"), job -> {
                    seen.add(job.id());
                    return new dev.callboard.jobs.JobOutcome.FailedForGood("connection reset", null);
                })) {
            worker.start();
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> queue.counts().failed() == 1);
        }
        assertThat(seen).hasSize(1);
    }

    private void assertUntouchedStock() {
        for (String sku : List.of("BULB", "DRILL")) {
            assertThat(shop.product(sku).product().onHand()).isEqualTo(10);
            assertThat(shop.product(sku).product().held()).isZero();
            assertThat(shop.product(sku).gate()).hasValue(10);
        }
    }
}
