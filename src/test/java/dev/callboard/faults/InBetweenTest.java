package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.callboard.TestShop;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.outbox.Delivery;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.OrphanHolds;
import dev.callboard.stock.Stock;
import dev.callboard.stock.StockLine;

/**
 * Something happens between two requests of somebody else who is at the stock gate: before each request to Postgres and
 * to Redis in turn. Neither may make the gate promise what is not there, and at rest it says what Postgres says.
 */
class InBetweenTest {
    private static final StockLine TWO = new StockLine("BULB", 2);
    private static final Set<String> ORDINARY = Set.of("gate_closed", "wrong_state", "busy");
    private static final Duration BLOCKED = Duration.ofMillis(250);
    private static TestShop shop;
    private static HoldingProxy postgres;
    private static HoldingProxy redis;
    private static TestShop slow;
    private static Fulfilment untold;
    private static Stock untoldStock;

    @BeforeAll
    static void open() {
        shop = new TestShop();
        shop.receive("BULB", 1_000_000);
        postgres = new HoldingProxy(Integer.parseInt(shop.address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1")));
        redis = new HoldingProxy(shop.redisServer.port());
        slow = TestShop.at(
                new PostgresAddress(shop.address.jdbcUrl().replaceFirst(":\\d+/", ":" + postgres.port() + "/"),
                        shop.address.user(), shop.address.password()),
                RedisAddress.parse("redis://127.0.0.1:" + redis.port()));
        slow.watch.ensureOpen();
        // commits like everybody, and nobody tells the gate: the row waits for a relay
        PromptDelivery nobody = new PromptDelivery(shop.database,
                new Delivery(shop.database, shop.alerts, List.of()), Runnable::run);
        untold = new Fulfilment(shop.database, nobody, shop.holds, shop.transitions);
        untoldStock = new Stock(shop.database,
                new Stock.Writing(nobody, shop.outbox, shop.audit, dev.callboard.live.Signals.none()), shop.gate,
                shop.watch);
    }

    @AfterAll
    static void close() {
        slow.close();
        postgres.close();
        redis.close();
        shop.close();
    }

    /** Somebody at the gate, and what happens meanwhile; both know the order that {@code before} made. */
    record Case(String name, UnaryOperator<UUID> before, Act actor, Act meanwhile) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Act {
        void on(UUID order);
    }

    static Stream<Arguments> cases() {
        UnaryOperator<UUID> nothing = id -> id;
        UnaryOperator<UUID> paid = id -> shop.paid("ada", TWO);
        UnaryOperator<UUID> flushedPaid = id -> {
            UUID order = shop.paid("ada", TWO);
            shop.redisServer.flush();
            return order;
        };
        UnaryOperator<UUID> news = id -> {
            UUID order = shop.paid("ada", TWO);
            shipUntold(order);
            untoldStock.receive(new dev.callboard.stock.Receipt(new StockLine("BULB", 3), null, null));
            due();
            return order;
        };
        UnaryOperator<UUID> onItsWay = id -> {
            shop.gate.hold(id, List.of(TWO));
            return id;
        };
        Act rebuild = id -> slow.watch.check();
        Act reconcile = id -> new GateReconciler(slow.database, slow.gate).reconcile();
        Act sweep = id -> new OrphanHolds(slow.database, slow.gate).sweep(-1, 1_000);
        Act reserve = id -> slow.reservations.reserve(request(id));
        Act relay = id -> slow.delivery.deliverDue();
        Act ship = id -> shop.fulfilment.takeOver(id).ifPresent(shop.fulfilment::ship);
        Act sale = id -> {
            UUID other = shop.paid("bea", TWO);
            shop.fulfilment.takeOver(other).ifPresent(shop.fulfilment::ship);
        };
        Act newest = id -> {
            untoldStock.receive(new dev.callboard.stock.Receipt(new StockLine("BULB", 5), null, null));
            due();
            shop.delivery.deliverDue();
        };
        Act flush = id -> {
            shop.redisServer.flush();
            shop.watch.check();
        };
        Act flushTwice = id -> {
            flush.on(id);
            shop.redisServer.flush();
        };
        Act late = id -> shop.reservations.reserve(request(id));
        return Stream.of(new Case("G1 a relay, and Redis is flushed and rebuilt", news, relay, flush),
                new Case("G3 a relay, and another one with newer figures", news, relay, newest),
                new Case("G4 a rebuild, and goods are received", flushedPaid, rebuild, newest),
                new Case("G5 a rebuild, another one, and somebody buys", flushedPaid, rebuild, id -> {
                    flush.on(id);
                    sale.on(id);
                }),
                new Case("G16 a rebuild, another one, and Redis is flushed again", flushedPaid, rebuild, flushTwice),
                new Case("G7 a rebuild, and somebody buys", flushedPaid, rebuild, sale),
                new Case("G6 a reserve, and Redis is flushed and rebuilt", nothing, reserve, flush),
                new Case("G8 a sweep, and the order comes late", onItsWay, sweep, late),
                new Case("G8 a reserve, and a sweep", nothing, reserve,
                        id -> new OrphanHolds(shop.database, shop.gate).sweep(-1, 1_000)),
                new Case("G10 a reconciler, and somebody buys", paid, reconcile, sale),
                new Case("G11 a relay, and somebody buys", news, relay, sale),
                new Case("G15 a sweep, and its order ships untold", paid, sweep, InBetweenTest::shipUntold),
                new Case("G15 a reconciler, and an order ships untold", paid, reconcile, InBetweenTest::shipUntold),
                new Case("E12 a reserve, and a rebuild that waits for it", nothing, reserve, flush),
                new Case("G8 a sweep, and its order ships", paid, sweep, ship)).map(Arguments::of);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @Tag("G1")
    @Tag("G3")
    @Tag("G4")
    @Tag("G5")
    @Tag("G6")
    @Tag("G7")
    @Tag("G8")
    @Tag("G10")
    @Tag("G11")
    @Tag("G15")
    @Tag("G16")
    @Tag("E12")
    @Tag("S08")
    @Tag("S10")
    void whateverHappensInBetweenTheGateStaysTrue(Case scene) throws Exception {
        for (HoldingProxy server : List.of(redis, postgres)) {
            int request = 1;
            while (isHeld(scene, server, request)) {
                request++;
            }
            assertThat(request).as("%s: requests seen", scene).isGreaterThan(1);
        }
    }

    private static boolean isHeld(Case scene, HoldingProxy server, int request) throws Exception {
        UUID order = scene.before().apply(UUID.randomUUID());
        slow.database.answers();
        server.holdAt(request);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread actor = begin(failure, () -> scene.actor().on(order));
        boolean isHeld = server.awaitHeld(actor);
        Thread meanwhile = begin(failure, () -> scene.meanwhile().on(order));
        meanwhile.join(BLOCKED);
        server.letGo();
        actor.join();
        meanwhile.join();
        assertThat(failure.get()).isNull();
        assertPromisesNoMore(request);
        settle();
        assertThat(shop.gate.figures(List.of("BULB")).orElseThrow().get("BULB").available())
                .as("at rest, after request %d", request).isEqualTo(available());
        assertThat(shop.gate.epoch()).hasValue(shop.number("select epoch from gate"));
        return isHeld;
    }

    private static void assertPromisesNoMore(int request) {
        shop.gate.figures(List.of("BULB")).ifPresent(figures -> assertThat(figures.get("BULB").available())
                .as("promised after request %d", request).isLessThanOrEqualTo(available()));
    }

    private static long available() {
        return shop.number("select on_hand - held from product");
    }

    /** A rule's no is an ordinary answer. */
    private static Thread begin(AtomicReference<Throwable> failure, Runnable act) {
        return Thread.ofVirtual().start(() -> {
            try {
                act.run();
            } catch (Refusal no) {
                if (!ORDINARY.contains(no.code())) {
                    failure.set(no);
                }
            } catch (Throwable unexpected) {
                failure.set(unexpected);
            }
        });
    }

    private static void settle() {
        due();
        while (shop.delivery.deliverDue() > 0) {
            due();
        }
        shop.watch.check();
        due();
        shop.delivery.deliverDue();
        new OrphanHolds(shop.database, shop.gate).sweep(-1, 1_000);
    }

    private static void due() {
        shop.database.transaction(tx -> tx.handle()
                .execute("update outbox set next_try = clock_timestamp() where done_at is null"));
    }

    private static void shipUntold(UUID order) {
        untold.takeOver(order).ifPresent(untold::ship);
    }

    private static ReservationRequest request(UUID id) {
        return new ReservationRequest(id, "ada", null, List.of(TWO), Duration.ofMinutes(10));
    }
}
