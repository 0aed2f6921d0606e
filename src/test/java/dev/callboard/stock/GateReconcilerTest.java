package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.api.RMap;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.ShopInvariants;

class GateReconcilerTest {
    private final TestShop shop = new TestShop();
    private final GateReconciler reconciler = new GateReconciler(shop.database, shop.gate);

    @BeforeEach
    void open() {
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
        holds().remove("h:" + order);
        stock().put("h:BULB", "0");
        assertThat(shop.product("BULB").gate()).hasValue(10);

        assertThat(reconciler.reconcile()).isEqualTo(new GateReconciler.Mended(0, 0, 1));
        assertThat(reconciler.reconcile().isNothing()).isTrue();
        assertThat(shop.product("BULB").gate()).hasValue(6);
    }

    /** The id is there, and with it too few units: the gate would sell what is sold. */
    @Test
    @Tag("S10")
    @Tag("S11")
    void givesAHoldTheLinesOfItsOrder() {
        shop.receive("LAMP", 10);
        UUID order = shop.reserve("ada", new StockLine("BULB", 4), new StockLine("LAMP", 1)).uuid();
        shop.reserve("bea", new StockLine("BULB", 1));
        holds().put("h:" + order, "[[\"BULB\",2],[\"ROSE\",3]]");
        stock().putAll(Map.of("h:BULB", "3", "h:LAMP", "0", "h:ROSE", "3"));

        assertThat(reconciler.reconcile()).isEqualTo(new GateReconciler.Mended(0, 0, 1));

        assertThat(reconciler.reconcile().isNothing()).isTrue();
        assertThat(shop.product("BULB").gate()).hasValue(5);
        assertThat(shop.product("LAMP").gate()).hasValue(9);
        assertThat(stock()).containsEntry("h:ROSE", "0");
        assertSound();
    }

    /** No outbox row and no hold would ever bring these right. */
    @Test
    @Tag("S11")
    void correctsAFigureUnderTheSameOrALaterVersionAndASumOfHolds() {
        shop.receive("LAMP", 10);
        shop.receive("ROSE", 10);
        shop.reserve("ada", new StockLine("BULB", 4), new StockLine("LAMP", 1));
        stock().putAll(Map.of("s:BULB", "99", "h:LAMP", "7", "s:ROSE", "3", "v:ROSE", "5000"));

        assertThat(reconciler.reconcile()).isEqualTo(new GateReconciler.Mended(3, 0, 0));

        assertThat(reconciler.reconcile().isNothing()).isTrue();
        assertSound();
    }

    /** Redis answered late, the lock was lost meanwhile, and newer news served: what was read under the lock counts no more. */
    @Test
    @Tag("S11")
    void aCorrectionThatComesLateLeavesNewerFiguresAlone() {
        stock().put("s:BULB", "99");
        GateFigures seen = figures("BULB");
        Gate.OnHand locked = new Gate.OnHand("BULB", 10, seen.version());
        shop.receive("BULB", 5);

        assertThat(shop.gate.repair().correct(locked, seen)).isFalse();

        assertThat(figures("BULB")).isEqualTo(new GateFigures(15, seen.version() + 1, 0));
        assertSound();
    }

    private GateFigures figures(String sku) {
        return shop.gate.figures(List.of(sku)).orElseThrow().get(sku);
    }

    /** What nobody sells tells whether everything was summed up: only the summing brings it right. */
    @Test
    @Tag("S11")
    void sumsNothingUpForASaleUnderWay() {
        stock().put("h:ROSE", "3");
        UUID onItsWay = UUID.randomUUID();
        shop.gate.hold(onItsWay, List.of(new StockLine("BULB", 1)));
        List<Integer> looks = new ArrayList<>();
        GateReconciler patient = new GateReconciler(shop.database, shop.gate, () -> {
            looks.add(1);
            shop.gate.sync(List.of(), List.of(onItsWay));
        });

        assertThat(patient.reconcile().isNothing()).isTrue();

        assertThat(looks).as("looked at again, once").hasSize(1);
        assertThat(stock()).containsEntry("h:ROSE", "3");
    }

    /** Another sale is under way at the second look, and the drift is seen at the fourth as at the third. */
    @Test
    @Tag("S11")
    void seesADriftThroughTheSalesAroundIt() {
        stock().put("h:BULB", "5");
        UUID onItsWay = UUID.randomUUID();
        AtomicInteger looks = new AtomicInteger(1);
        GateReconciler patient = new GateReconciler(shop.database, shop.gate, () -> {
            if (looks.incrementAndGet() == 2) {
                shop.gate.hold(onItsWay, List.of(new StockLine("BULB", 1)));
            } else {
                shop.gate.sync(List.of(), List.of(onItsWay));
            }
        });

        assertThat(patient.reconcile()).isEqualTo(new GateReconciler.Mended(1, 0, 0));

        assertThat(looks).hasValue(4);
        assertSound();
    }

    private RMap<String, String> holds() {
        return shop.redis.client().getMap("{callboard}:holds", StringCodec.INSTANCE);
    }

    private RMap<String, String> stock() {
        return shop.redis.client().getMap("{callboard}:stock", StringCodec.INSTANCE);
    }

    private void assertSound() {
        assertThat(CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks())
                .allMatch(CheckResult::holds);
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
