package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.audit.Act;
import dev.callboard.audit.AuditRow;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.FailedOrders;
import dev.callboard.triage.JobKey;
import dev.callboard.triage.OrderRound;

class JanitorTest {
    private static final Duration DAY = Duration.ofHours(24);
    private static final int MANY = 1_000;
    private final TestShop shop = new TestShop();
    private final Janitor janitor = new Janitor(shop.orders, shop.cancellations, DAY, DAY);

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A07")
    void cancelsWhatHasBeenFailedForLongAndNothingYounger() throws Exception {
        UUID old = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        UUID young = shop.failedAfterShipping("bea", new StockLine("BULB", 1));
        age(old, "25 hours");
        age(young, "23 hours");

        janitor.runOnce();

        assertThat(shop.state(old)).isEqualTo(OrderState.CANCELLED);
        assertThat(shop.state(young)).isEqualTo(OrderState.FAILED);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(9);
        AuditRow last = shop.orders.details(old).history().getLast();
        assertThat(last.duty()).isEqualTo("janitor");
        assertThat(last.reason()).isEqualTo("failed for longer than 24 h");
    }

    @Test
    @Tag("A07")
    @Tag("J11")
    void sparesAnOrderThatFailedAnewAfterItLooked() throws Exception {
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 2));
        age(order, "25 hours");
        OrderRound seen = new OrderRound(order, shop.orders.failedFor(DAY, 10).getFirst().round());
        age(order, "1 second");

        assertThat(shop.cancellations.cancelFailed(seen, DAY, Act.duty("janitor", "old"))).isEmpty();
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
    }

    @Test
    @Tag("A07")
    void twoJanitorsAtOnceCancelOnce() throws Exception {
        List<UUID> orders = List.of(shop.failedAfterShipping("ada", new StockLine("BULB", 2)),
                shop.failedAfterShipping("bea", new StockLine("BULB", 3)));
        for (UUID order : orders) {
            age(order, "25 hours");
        }

        AtOnce.run(2, i -> new Janitor(shop.orders, shop.cancellations, DAY, DAY).runOnce());

        assertThat(orders).allSatisfy(order -> assertThat(shop.state(order)).isEqualTo(OrderState.CANCELLED));
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(10);
        assertThat(shop.number("select count(*) from refund")).isEqualTo(2);
    }

    /** Each wins a part of every batch, and neither may take that for the end. */
    @Test
    @Tag("A07")
    void twoJanitorsAloneLeaveNothingBehind() {
        shop.receive("BULB", 990);
        FailedOrders.layDown(shop, 200, 2);
        shop.database.transaction(tx -> tx.handle()
                .execute("update orders set failed_at = clock_timestamp() - interval '25 hours'"));

        AtOnce.run(2, i -> {
            while (janitor.runOnce()) {
                // a batch at a time
            }
            return null;
        });

        assertThat(shop.number("select count(*) from orders where state = 'FAILED'")).isZero();
        assertThat(shop.number("select count(*) from refund")).isEqualTo(200);
    }

    /** Whoever comes first acts, everybody else hears that it has moved: nothing is given back twice, nothing forgotten. */
    @Test
    @Tag("A04")
    @Tag("A07")
    void twoJanitorsAndTwoPeopleOnAThousandFailuresDoEachOnce() {
        shop.receive("BULB", 9_990);
        List<UUID> orders = FailedOrders.layDown(shop, MANY, 2);
        shop.database.transaction(tx -> tx.handle()
                .execute("update orders set failed_at = clock_timestamp() - interval '25 hours'"));
        Callable<Integer> duty = () -> {
            while (janitor.runOnce()) {
                // a batch at a time
            }
            return 0;
        };

        AtOnce<Integer> all = AtOnce.run(List.of(duty, duty, person(orders, 1, shop.actions::retry),
                person(orders, 2, key -> shop.actions.cancel(key, "hopeless"))));

        assertThat(all.refused()).isEmpty();
        int retried = all.done().get(2);
        int cancelled = all.done().get(3);
        assertThat(retried).isPositive();
        assertThat(shop.number("select count(*) from orders where state = 'PAID'")).isEqualTo(retried);
        assertThat(shop.number("select count(*) from orders where state = 'CANCELLED'")).isEqualTo(MANY - retried);
        assertThat(shop.number("select count(*) from audit_entry where action = 'order.cancel' and duty = 'janitor'"))
                .isEqualTo(MANY - retried - cancelled);
        assertThat(shop.number("select count(*) from refund")).isEqualTo(MANY - retried);
        assertThat(shop.number("select count(*) from stock_movement where kind = 'CANCEL_RETURN'"))
                .isEqualTo(MANY - retried);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(10_000 - 2L * retried);
        while (shop.delivery.deliverDue() > 0) {
            // what a slow moment left to the relays
        }
        assertThat(shop.product("BULB").gate()).hasValue(10_000 - 2L * retried);
        assertThat(shop.queue.counts().failed()).isZero();
        assertThat(shop.queue.counts().waiting()).isEqualTo(retried);
    }

    private static Callable<Integer> person(List<UUID> orders, long seed, Function<JobKey, ActionResult> act) {
        List<UUID> mine = new ArrayList<>(orders);
        Collections.shuffle(mine, new Random(seed));
        return () -> (int) mine.stream().map(order -> act.apply(new JobKey(TestShop.QUEUE, Order.jobId(order))))
                .filter(result -> result.result().isSuccess()).count();
    }

    private void age(UUID order, String age) {
        shop.database.transaction(tx -> tx.handle().createUpdate(
                "update orders set failed_at = clock_timestamp() - cast(:age as interval) where id = :id")
                .bind("age", age).bind("id", order).execute());
    }
}
