package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.api.RMap;
import org.redisson.client.codec.StringCodec;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.ShopInvariants;
import dev.callboard.refusals.Refusal;

/** Lines and sums of the gate go wrong while many buy and cancel, and are put right among them. */
class GateUnderLoadTest {
    private static final int BUYERS = 4;
    /** Orders that a buyer keeps; the later ones are cancelled, so that there is always something to buy. */
    private static final int KEPT = 10;
    private static final int SPOILT_AND_RESTORED = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestShop shop = new TestShop();
    private final GateReconciler reconciler = new GateReconciler(shop.database, shop.gate);
    private final Map<UUID, Long> kept = new ConcurrentHashMap<>();
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger restored = new AtomicInteger();
    private final AtomicBoolean isShut = new AtomicBoolean();

    @AfterEach
    void close() {
        shop.close();
    }

    /** Nobody mends anything once the last customer has left: what the load left behind would be found. */
    @Test
    @Tag("S10")
    @Tag("S11")
    void mendsUnderLoadAndTakesNothingFromAnybody() {
        shop.receive("BULB", 400);

        AtOnce.run(BUYERS + 2, hand -> {
            try {
                switch (hand) {
                    case BUYERS -> reconcile();
                    case BUYERS + 1 -> spoilAndSeeItMended(new Random(hand));
                    default -> buy(new Random(hand));
                }
            } finally {
                // whoever fails sends everybody home
                isShut.set(true);
            }
            return null;
        });

        assertThat(orders).hasPositiveValue();
        assertThat(restored).hasPositiveValue();
        assertThat(CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks())
                .allMatch(CheckResult::holds);
    }

    private void reconcile() {
        while (!isShut.get()) {
            restored.addAndGet(reconciler.reconcile().restoredHolds());
        }
    }

    private void spoilAndSeeItMended(Random dice) {
        await().atMost(PATIENCE).until(() -> {
            spoil(dice);
            return restored.get() >= SPOILT_AND_RESTORED && kept.size() == BUYERS * KEPT;
        });
        int before = orders.get();
        await().atMost(PATIENCE).until(() -> isMended() && orders.get() > before);
    }

    private void buy(Random dice) {
        int mine = 0;
        while (!isShut.get()) {
            try {
                long units = 1 + dice.nextInt(3);
                UUID order = shop.reserve("ada", new StockLine("BULB", units)).uuid();
                orders.incrementAndGet();
                if (mine < KEPT) {
                    mine++;
                    kept.put(order, units);
                } else {
                    shop.cancellations.cancelOrder(order, "changed mind");
                }
            } catch (Refusal ordinary) {
                assertThat(ordinary.code()).isEqualTo("out_of_stock");
            }
        }
    }

    private void spoil(Random dice) {
        List<UUID> open = List.copyOf(kept.keySet());
        if (!open.isEmpty()) {
            String field = "h:" + open.get(dice.nextInt(open.size()));
            RMap<String, String> holds = shop.redis.client().getMap("{callboard}:holds", StringCodec.INSTANCE);
            holds.replace(field, "[[\"BULB\"," + (1 + dice.nextInt(9)) + "]]");
        }
    }

    /** Everything that the gate knows is of one moment, so that this can be said while people buy. */
    private boolean isMended() {
        GateContents gate = shop.gate.contents().orElseThrow();
        long sum = gate.holds().values().stream().mapToLong(lines -> lines.getOrDefault("BULB", 0L)).sum();
        return gate.products().get("BULB").held() == sum && kept.entrySet().stream()
                .allMatch(order -> Map.of("BULB", order.getValue()).equals(gate.holds().get(order.getKey())));
    }
}
