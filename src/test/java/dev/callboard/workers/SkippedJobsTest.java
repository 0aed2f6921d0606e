package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callboard.TestShop;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.NewJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.stock.StockLine;

/** Jobs whose order wants nothing of them, and those whose worker died. */
class SkippedJobsTest {
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

    @ParameterizedTest
    @EnumSource(names = {"COMPLETED", "CANCELLED", "EXPIRED"})
    @Tag("F02")
    void aDoneOrdersJobIsSkippedWithANoteAlsoByTwoWorkersAtOnce(OrderState state) throws Exception {
        UUID order = orderIn(state);
        long onHand = shop.product("BULB").product().onHand();
        String id = Order.jobId(order);

        try (JobWorker one = shop.worker(shop.shipping()); JobWorker two = shop.worker(shop.shipping())) {
            for (int again = 0; again < 3; again++) {
                shop.queue.remove(id);
                shop.queue.add(NewJob.of(TestShop.QUEUE, id, "{}", JobOptions.DEFAULT));
                // the same order under another job id: both may be in hand at one moment
                String other = "order-" + order.toString().toUpperCase(Locale.ROOT);
                shop.queue.remove(other);
                shop.queue.add(NewJob.of(TestShop.QUEUE, other, "{}", JobOptions.DEFAULT));
                shop.drain();
            }
            assertThat(one.processed() + two.processed()).isEqualTo(6);
        }

        assertThat(shop.queue.find(id).orElseThrow()).satisfies(job -> {
            assertThat(job.state()).isEqualTo(JobState.COMPLETED);
            assertThat(job.returnvalue()).contains(state.name());
        });
        assertThat(shop.state(order)).isEqualTo(state);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(onHand);
        assertThat(shop.number("select count(*) from alert where kind <> 'refund.due'")).isZero();
    }

    @Test
    @Tag("F02")
    @Tag("F09")
    void anOrderThatAWorkerLeftProcessingIsTakenOverWithItsStepsKept() throws Exception {
        UUID order = shop.paid("ada", TWO);
        var dead = shop.fulfilment.takeOver(order).orElseThrow();
        shop.fulfilment.ship(dead);

        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }

        assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
        assertThat(shop.orders.find(order).orElseThrow().run()).isEqualTo(dead.run() + 1);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(8);
    }

    @Test
    @Tag("F05")
    void theOtherStepsAreTriedAlthoughTheFirstFails() throws Exception {
        UUID order = shop.paid("ada", TWO);

        try (JobWorker worker = shop.worker(shop.handler(List.of(TestShop.failing("inventory", "shelf empty"),
                new EmailStep(shop.fulfilment, null, "shop@localhost"))))) {
            shop.drain();
        }

        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.orders.details(order).steps()).satisfiesExactly(
                inventory -> {
                    assertThat(inventory.error()).contains("shelf empty");
                    assertThat(inventory.attempts()).isEqualTo(2);
                    assertThat(inventory.doneAt()).isNull();
                }, email -> assertThat(email.doneAt()).isNotNull());
    }

    private UUID orderIn(OrderState state) throws InterruptedException {
        if (state == OrderState.EXPIRED) {
            UUID order = shop.reserve("ada", TWO).uuid();
            shop.database.transaction(tx -> tx.handle()
                    .execute("update orders set expires_at = clock_timestamp() where id = ?", order));
            shop.expiry.expireDue(1);
            return order;
        }
        UUID order = shop.paid("ada", TWO);
        if (state == OrderState.CANCELLED) {
            shop.cancellations.cancelOrder(order, "no longer wanted");
            return order;
        }
        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }
        return order;
    }
}
