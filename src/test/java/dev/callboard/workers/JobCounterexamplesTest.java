package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;
import dev.callboard.audit.Act;
import dev.callboard.jobs.JobHandler;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.Fulfilment.TakenOver;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.orders.StepFault;
import dev.callboard.outbox.Delivery;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.stock.StockLine;

/** Courses of events that once lost, doubled or stranded an order and its job. */
class JobCounterexamplesTest {
    private static final StockLine TWO = new StockLine("BULB", 2);
    private final TestShop shop = new TestShop();

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** A lock may run out between an effect and its mark: they stand or fall together. */
    @ParameterizedTest
    @ValueSource(strings = {"fulfilment_step", "stock_movement", "product", "stock_hold", "order_line", "outbox"})
    @Tag("J1")
    @Tag("F04")
    void shippingThatBreaksOffAnywhereHasNotHappened(String table) {
        TakenOver mine = shop.fulfilment.takeOver(shop.paid("ada", TWO)).orElseThrow();
        breakOff("after insert or update on " + table, "XX000", "true");

        assertThatThrownBy(() -> shop.fulfilment.ship(mine)).hasStackTraceContaining("broken off");
        assertThat(shop.number("select count(*) from stock_movement where kind = 'SHIP'")).isZero();
        assertThat(shop.number("select count(*) from fulfilment_step")).isZero();
        assertThat(shop.number("select held from product")).isEqualTo(2);

        mend(table);
        shop.fulfilment.ship(mine);
        shop.fulfilment.ship(mine);
        assertThat(shop.number("select on_hand from product")).isEqualTo(8);
        assertThat(shop.number("select held from product")).isZero();
    }

    /** A worker whose lock ran out goes on after the order was failed by its successor and cancelled by a person. */
    @Test
    @Tag("J2")
    @Tag("J3")
    void aWorkerWithoutItsLockTakesNothingFromACancelledOrder() {
        UUID order = shop.paid("ada", TWO);
        TakenOver zombie = shop.fulfilment.takeOver(order).orElseThrow();
        TakenOver successor = shop.fulfilment.takeOver(order).orElseThrow();
        assertThatThrownBy(() -> fail(zombie)).isInstanceOf(Fulfilment.Superseded.class);
        fail(successor);
        shop.cancellations.cancelOrder(order, "hopeless");

        for (Runnable late : List.<Runnable>of(() -> shop.fulfilment.ship(zombie), () -> fail(zombie),
                () -> shop.fulfilment.done(zombie, "email", null), () -> shop.fulfilment.complete(zombie),
                () -> shop.fulfilment.invoice(zombie, number -> new byte[1]),
                () -> shop.fulfilment.stepFailed(zombie, StepFault.of("email", "late")))) {
            assertThatThrownBy(late::run).isInstanceOf(Fulfilment.Superseded.class);
        }
        assertThat(shop.state(order)).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.product("BULB").product().available()).isEqualTo(10);
        assertThat(shop.number("select count(*) from invoice")).isZero();
        assertThat(shop.number("select last from invoice_counter")).isZero();
    }

    /** Redis must not say failed while Postgres cannot: neither retry nor cancel would find anything to do. */
    @Test
    @Tag("J4")
    @Tag("F07")
    void whileFailedCannotBeWrittenNothingSaysSo() throws Exception {
        UUID order = shop.paid("ada", TWO);
        breakOff("before update on orders", "57P01", "new.state = 'FAILED'");

        try (JobWorker worker = shop.worker(failing())) {
            await().until(() -> shop.queue.counts().delayed() == 1
                    && shop.number("select count(*) from fulfilment_failure") >= 2);
            assertThat(shop.state(order)).isEqualTo(OrderState.PROCESSING);
            assertThat(shop.queue.counts().failed()).isZero();
            mend("orders");
            shop.drain();
        }

        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.queue.counts().failed()).isEqualTo(1);
        assertThat(shop.number("select count(*) from alert")).isEqualTo(1);
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().attemptsMade()).isEqualTo(2);
    }

    /** A worker dies after FAILED is written and before Redis hears of it: whoever has the job next lays it down. */
    @Test
    @Tag("J5")
    @Tag("F02")
    void aCrashBetweenTheTwoStoresLeavesTheJobInTheFailedSet() throws Exception {
        UUID order = shop.paid("ada", TWO);
        AtomicBoolean dead = new AtomicBoolean();
        FulfilmentHandler handler = failing();

        try (JobWorker worker = worker(job -> {
            JobOutcome outcome = handler.handle(job);
            // as after a crash: what was to be said is lost, and the job runs again
            return outcome instanceof JobOutcome.FailedForGood && dead.compareAndSet(false, true)
                    ? new JobOutcome.GiveBack(Duration.ZERO)
                    : outcome;
        })) {
            shop.drain();
        }

        assertThat(dead).isTrue();
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().failedReason()).contains("SMTP timeout");
        assertThat(shop.number("select count(*) from alert")).isEqualTo(1);
    }

    /** A retry between FAILED in Postgres and in Redis: the job is still active, and must run all the same. */
    @Test
    @Tag("J7")
    @Tag("A02")
    void aRetryWhileTheJobIsOnItsWayToTheFailedSetRuns() throws Exception {
        UUID order = shop.paid("ada", TWO);
        AtomicBoolean retried = new AtomicBoolean();
        FulfilmentHandler failing = failing();
        FulfilmentHandler working = shop.shipping();

        try (JobWorker worker = worker(job -> {
            JobOutcome outcome = (retried.get() ? working : failing).handle(job);
            if (outcome instanceof JobOutcome.FailedForGood && retried.compareAndSet(false, true)) {
                assertThat(shop.actions.retry(shop.key(order)).pending()).isTrue();
            }
            return outcome;
        })) {
            await().atMost(Duration.ofSeconds(20)).until(() -> shop.delivery.deliverDue() >= 0
                    && shop.state(order) == OrderState.COMPLETED);
        }
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(8);
    }

    /** An undo and the retry before it on two relays, the later one first. */
    @Test
    @Tag("J8")
    void anUndoThatOvertakesItsRetryIsTheLastWord() throws Exception {
        UUID order = shop.failedAfterShipping("ada", TWO);
        PromptDelivery nobody = new PromptDelivery(shop.database,
                new Delivery(shop.database, shop.alerts, List.of()), Runnable::run);
        int seen = shop.orders.find(order).orElseThrow().round();
        int round = nobody.run((tx, rows) -> shop.transitions.retry(tx, rows, order, seen, Act.person())).value()
                .orElseThrow();
        nobody.run((tx, rows) -> shop.transitions.undoRetry(tx, rows, order, round, Act.person("wrong row")));
        List<Long> rows = shop.database.transaction(tx -> tx.handle()
                .createQuery("select id from outbox where done_at is null order by id").mapTo(Long.class).list());
        assertThat(rows).hasSize(2);

        assertThat(shop.delivery.deliver(rows.subList(1, 2))).isTrue();
        assertThat(shop.delivery.deliver(rows.subList(0, 1))).isTrue();

        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(shop.queue.counts().waiting()).isZero();
    }

    /** Somebody without the lock takes the order over: whoever has the lock must see to the job, or nobody does. */
    @Test
    @Tag("J13")
    @Tag("F02")
    void whoLosesTheOrderGivesTheJobBack() throws Exception {
        UUID order = shop.paid("ada", TWO);
        AtomicBoolean stolen = new AtomicBoolean();

        StepWork robbed = new StepWork() {
            @Override
            public String name() {
                return "inventory";
            }

            @Override
            public void run(TakenOver mine) {
                if (stolen.compareAndSet(false, true)) {
                    shop.fulfilment.takeOver(order);
                }
                shop.fulfilment.ship(mine);
            }
        };
        try (JobWorker worker = shop.worker(shop.handler(List.of(robbed)))) {
            shop.drain();
        }

        assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(8);
        assertThat(shop.orders.find(order).orElseThrow().run()).isEqualTo(3);
    }

    /** A job that stalled too often is to fail unrun: its order must be told, or neither retry nor cancel would do. */
    @Test
    @Tag("J14")
    @Tag("F09")
    void aJobThatStalledTooOftenFailsItsOrderToo() throws Exception {
        UUID order = shop.paid("ada", TWO);
        shop.redis.client().<String, String>getMap("bull:" + TestShop.QUEUE + ":" + Order.jobId(order),
                StringCodec.INSTANCE).fastPut("defa", "job stalled more than allowable limit");

        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }

        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().state()).isEqualTo(JobState.FAILED);
        assertThat(shop.number("select count(*) from alert")).isEqualTo(1);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(10);
        assertThat(shop.actions.retry(shop.key(order)).result().isSuccess()).isTrue();
    }

    private FulfilmentHandler failing() {
        return shop.handler(List.of(TestShop.failing("email", "SMTP timeout after 10 s")));
    }

    private JobWorker worker(JobHandler handler) {
        JobWorker worker = new JobWorker(shop.queue, JobWorkerOptions.named("test-worker"), handler);
        worker.start();
        return worker;
    }

    private void fail(TakenOver mine) {
        shop.database.transaction(tx -> {
            shop.fulfilment.fail(tx, mine, "SMTP timeout");
            return null;
        });
    }

    private void breakOff(String when, String state, String condition) {
        shop.database.transaction(tx -> tx.handle().execute("""
                create function broken_off() returns trigger language plpgsql as $$
                begin
                  if %s then raise exception 'broken off' using errcode = '%s'; end if;
                  return new;
                end $$;
                create trigger a_broken_off %s for each row execute function broken_off()
                """.formatted(condition, state, when)));
    }

    private void mend(String table) {
        shop.database.transaction(tx -> tx.handle().execute("drop trigger a_broken_off on " + table));
    }
}
