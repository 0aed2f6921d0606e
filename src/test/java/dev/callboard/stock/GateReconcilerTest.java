package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.api.RMap;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;

class GateReconcilerTest {
    private final TestShop shop = new TestShop();
    private final GateReconciler reconciler = new GateReconciler(shop.database, shop.gate);

    @BeforeEach
    void stock() {
        shop.receive("BULB", 10);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("S11")
    void findsNothingToMendInASoundShop() {
        shop.reserve("ada", new StockLine("BULB", 2));

        assertThat(reconciler.reconcile().isNothing()).isTrue();
        assertThat(shop.product("BULB").gate()).hasValue(8);
    }

    @Test
    @Tag("S11")
    void sendsFiguresThatNeverArrived() {
        shop.database.transaction(tx -> tx.handle()
                .execute("update product set on_hand = on_hand + 5, version = version + 1 where sku = 'BULB'"));

        assertThat(reconciler.reconcile()).isEqualTo(new GateReconciler.Mended(1, 0, 0));
        assertThat(shop.product("BULB").gate()).hasValue(15);
    }

    @Test
    void notesWhenItLookedAndWhenTheGateWasBuilt() {
        GateTimes before = times();
        assertThat(before.built()).as("the shop opened with a gate").isNotNull();
        reconciler.reconcile();
        assertThat(times().reconciled()).isAfterOrEqualTo(before.built());
        assertThat(times().built()).isEqualTo(before.built());
    }

    private GateTimes times() {
        return new StockLists(shop.database).read(new StockQuestion("", StockFilter.ALL,
                new StockQuestion.Order(StockQuestion.Column.SKU, false), List.of(), 1)).gate();
    }

    @Test
    @Tag("S08")
    void dropsAHoldThatEndedWithTheFiguresOfItsProducts() {
        UUID order = shop.paid("ada", new StockLine("BULB", 4));
        // shipped, and the relay that should have told the gate never did
        Fulfil.shipWithoutTellingTheGate(shop, order);
        assertThat(shop.product("BULB").gate()).hasValue(6);

        assertThat(reconciler.reconcile().droppedHolds()).isEqualTo(1);

        assertThat(shop.gate.openHolds()).isEmpty();
        assertThat(shop.gate.figures(List.of("BULB")).orElseThrow().get("BULB"))
                .satisfies(figures -> assertThat(figures.onHand()).isEqualTo(6))
                .satisfies(figures -> assertThat(figures.held()).isZero());
    }

    @Test
    @Tag("S10")
    void restoresAnOpenHoldThatTheGateLost() {
        UUID order = shop.reserve("ada", new StockLine("BULB", 4)).uuid();
        RMap<String, String> holds = shop.redis.client().getMap("{callboard}:holds", StringCodec.INSTANCE);
        holds.remove("h:" + order);
        shop.redis.client().<String, String>getMap("{callboard}:stock", StringCodec.INSTANCE).put("h:BULB", "0");
        assertThat(shop.product("BULB").gate()).hasValue(10);

        assertThat(reconciler.reconcile()).isEqualTo(new GateReconciler.Mended(0, 0, 1));
        assertThat(reconciler.reconcile().isNothing()).isTrue();
        assertThat(shop.product("BULB").gate()).hasValue(6);
    }

    @Test
    void leavesAHoldWhoseOrderIsOnItsWay() {
        UUID onItsWay = UUID.randomUUID();
        shop.gate.hold(onItsWay, List.of(new StockLine("BULB", 1)));

        assertThat(reconciler.reconcile().isNothing()).isTrue();
        assertThat(shop.gate.openHolds()).containsExactly(onItsWay);
    }

    private static final class Fulfil {
        static void shipWithoutTellingTheGate(TestShop shop, UUID order) {
            shop.database.transaction(tx -> {
                tx.handle().execute("update product set on_hand = on_hand - 4, held = held - 4, version = version + 1");
                return tx.handle().execute(
                        "update stock_hold set state = 'CONSUMED', ended_at = clock_timestamp() where id = ?", order);
            });
        }
    }
}
