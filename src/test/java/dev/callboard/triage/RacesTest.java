package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.triage.ActionResult.Result;

/** A retry and two cancels of the same failed job at once, ten thousand times. */
class RacesTest {
    private static final int RACES = 10_000;
    private static final int UNITS_EACH = 2;
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A04")
    void tenThousandRacesOfRetryAgainstCancelEndWithOneEffectEach() {
        shop.receive("BULB", 1_000_000);
        List<UUID> orders = FailedOrders.layDown(shop, RACES, UNITS_EACH);
        AtomicInteger retried = new AtomicInteger();
        AtomicInteger cancelled = new AtomicInteger();
        AtomicInteger moved = new AtomicInteger();

        AtOnce.run(List.<Callable<Void>>of(racer(orders, 1, key -> shop.actions.retry(key), retried, moved),
                racer(orders, 1, key -> shop.actions.cancel(key, "race"), cancelled, moved),
                racer(orders, 2, key -> shop.actions.retry(key), retried, moved),
                racer(orders, 2, key -> shop.actions.cancel(key, "race"), cancelled, moved)));

        assertThat(retried.get() + cancelled.get()).isEqualTo(RACES);
        assertThat(moved.get()).isEqualTo(3 * RACES);
        assertThat(retried.get()).isPositive();
        assertThat(cancelled.get()).isPositive();
        long stillOut = (long) UNITS_EACH * retried.get();
        assertThat(shop.number("select on_hand from product")).isEqualTo(1_000_000 - stillOut);
        assertThat(shop.number("select count(*) from refund")).isEqualTo(cancelled.get());
        assertThat(shop.number("select count(*) from stock_movement where kind = 'CANCEL_RETURN'"))
                .isEqualTo(cancelled.get());
        assertThat(shop.number("select count(*) from orders where state = 'PAID'")).isEqualTo(retried.get());
        while (shop.delivery.deliverDue() > 0) {
            // what a slow moment left to the relays
        }
        assertThat(shop.product("BULB").gate()).hasValue(1_000_000 - stillOut);
        assertThat(shop.queue.counts().waiting()).isEqualTo(retried.get());
        assertThat(shop.queue.counts().failed()).isZero();
    }

    private Callable<Void> racer(List<UUID> orders, long seed, java.util.function.Function<JobKey, ActionResult> action,
            AtomicInteger won, AtomicInteger lost) {
        List<UUID> mine = new ArrayList<>(orders);
        Collections.shuffle(mine, new Random(seed));
        return () -> {
            for (UUID order : mine) {
                Result result = action.apply(shop.key(order)).result();
                (result.isSuccess() ? won : lost).incrementAndGet();
                assertThat(result.isSuccess() || result == Result.MOVED).as("%s", result).isTrue();
            }
            return null;
        };
    }
}
