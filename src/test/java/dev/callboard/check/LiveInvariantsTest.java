package dev.callboard.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.JobRepair;
import dev.callboard.orders.Order;
import dev.callboard.refusals.Unavailable;
import dev.callboard.stock.Gate.OnHand;
import dev.callboard.stock.StockLine;

/** What holds between Postgres and Redis, with harm done on either side. */
@Tag("S11")
class LiveInvariantsTest {
    private final TradedShop traded;
    private final TestShop shop;

    LiveInvariantsTest() throws InterruptedException {
        traded = new TradedShop();
        shop = traded.shop;
    }

    @AfterEach
    void close() {
        traded.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gate.on_hand_is_postgres                | update product set version = version + 1, on_hand = on_hand + 1 where sku = 'B'
            gate.never_promises_more                | update product set held = held + 1 where sku = 'B'
            gate.holds_are_postgres                 | update stock_hold set state = 'RELEASED', ended_at = now() where id = '${reserved}'
            gate.holds_are_postgres                 | update order_line set quantity = 5 where order_id = '${reserved}'
            jobs.each_paid_order_has_its_job        | update orders set state = 'PROCESSING' where id = '${completed}'
            jobs.failed_order_has_no_completed_job  | update orders set state = 'FAILED', failed_at = now() where id = '${completed}'
            jobs.finished_order_has_no_failed_job   | update orders set state = 'COMPLETED' where id = '${failed}'
            """)
    void eachFindsTheHarmInPostgres(String name, String harm) {
        traded.harm(harm);
        assertBroken(name);
    }

    @Test
    void eachFindsTheHarmInRedis() {
        shop.gate.sync(List.of(new OnHand("A", 500, 99)), List.of());
        assertBroken("gate.on_hand_is_postgres");
        assertBroken("gate.never_promises_more");
        shop.gate.sync(List.of(), List.of(traded.reserved));
        assertBroken("gate.holds_are_postgres");
        shop.redis.client().getMap("{callboard}:stock", StringCodec.INSTANCE).put("h:A", "77");
        assertBroken("gate.held_is_sum_of_its_holds");
        shop.queue.remove(Order.jobId(traded.paid));
        assertBroken("jobs.each_paid_order_has_its_job");
    }

    @Test
    @Tag("S10")
    void aClosedGateIsNoViolationAndLostJobsCanBePutBack() {
        shop.redisServer.flush();
        assertThat(broken()).containsExactly("jobs.each_paid_order_has_its_job");
        JobRepair repair = new JobRepair(shop.database, shop.queue,
                new FulfilmentJob(TestShop.QUEUE, 2, Duration.ofSeconds(1)), shop.evidence);
        assertThat(repair.putBackLost()).isEqualTo(1);
        assertThat(repair.putBackLost()).isZero();
        assertThat(broken()).isEmpty();
    }

    /** Told late is not told wrong, and a hold that the sweep has not looked at yet promises less, not more. */
    @Test
    void whatIsOnItsWayIsNoViolation() {
        shop.gate.hold(UUID.randomUUID(), List.of(new StockLine("A", 1)));
        assertThat(broken()).isEmpty();
        traded.harm("insert into outbox (kind, key, payload) values ('gate', 'B', '{\"skus\": [\"B\"]}')");
        shop.gate.sync(List.of(new OnHand("B", 500, 99)), List.of());
        assertThat(broken()).isEmpty();
        traded.harm("delete from outbox where done_at is null");
        assertBroken("gate.on_hand_is_postgres");
    }

    @Test
    void aRedisThatCannotBeReachedIsNoAnswer() {
        shop.redisServer.stop();
        assertThatExceptionOfType(Unavailable.class).isThrownBy(this::broken);
    }

    private List<String> broken() {
        return CheckReport.of(traded.invariants()).checks().stream().filter(check -> !check.holds())
                .map(CheckResult::name).toList();
    }

    private void assertBroken(String name) {
        CheckResult result = traded.invariant(name).examine();
        assertThat(result.violations()).as(name).isPositive();
        assertThat(result.examples()).hasSizeBetween(1, CheckResult.EXAMPLES).allMatch(line -> !line.isBlank());
    }
}
