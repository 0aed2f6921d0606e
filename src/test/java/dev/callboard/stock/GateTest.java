package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.refusals.Unavailable;

/** The gate's scripts, one by one, on a real Redis. */
class GateTest {
    private final TestShop shop = new TestShop();
    private final Gate gate = shop.gate;

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("S10")
    void isClosedUntilBuiltAndSellsNothingBlind() {
        assertThat(gate.hold(UUID.randomUUID(), List.of(new StockLine("A", 1)))).isInstanceOf(GateAnswer.Closed.class);
        assertThat(gate.sync(List.of(new Gate.OnHand("A", 5, 1)), List.of())).isFalse();
        assertThat(gate.figures(List.of("A"))).isEmpty();
    }

    @Test
    @Tag("S03")
    void takesAWholeCartOrNothing() {
        shop.receive("A", 5);
        shop.receive("B", 1);

        assertThat(gate.hold(UUID.randomUUID(), List.of(new StockLine("A", 2), new StockLine("B", 2))))
                .isEqualTo(new GateAnswer.Short(Map.of("B", 1L)));
        assertThat(available("A")).isEqualTo(5);
        assertThat(gate.hold(UUID.randomUUID(), List.of(new StockLine("A", 2), new StockLine("B", 1))))
                .isInstanceOf(GateAnswer.Held.class);
        assertThat(available("A")).isEqualTo(3);
        assertThat(available("B")).isZero();
    }

    @Test
    void takesAHoldOnceAndNeverAgainAfterItsEnd() {
        shop.receive("A", 5);
        UUID id = UUID.randomUUID();
        List<StockLine> cart = List.of(new StockLine("A", 2));

        gate.hold(id, cart);
        assertThat(gate.hold(id, cart)).isInstanceOf(GateAnswer.Held.class);
        assertThat(available("A")).isEqualTo(3);

        gate.sync(List.of(), List.of(id));
        gate.sync(List.of(), List.of(id));
        assertThat(available("A")).isEqualTo(5);
        assertThat(gate.hold(id, cart)).isInstanceOf(GateAnswer.Ended.class);
        assertThat(available("A")).isEqualTo(5);
    }

    @Test
    @Tag("S05")
    void anotherCartUnderATakenIdIsRefused() {
        shop.receive("A", 5);
        shop.receive("B", 5);
        UUID id = UUID.randomUUID();
        gate.hold(id, List.of(new StockLine("A", 2), new StockLine("B", 1)));

        for (List<StockLine> other : List.of(List.of(new StockLine("A", 2)),
                List.of(new StockLine("A", 2), new StockLine("B", 2)),
                List.of(new StockLine("A", 2), new StockLine("B", 1), new StockLine("C", 1)))) {
            assertThat(gate.hold(id, other)).isInstanceOf(GateAnswer.Other.class);
        }

        assertThat(gate.hold(id, List.of(new StockLine("A", 2), new StockLine("B", 1))))
                .isInstanceOf(GateAnswer.Held.class);
        assertThat(available("A")).isEqualTo(3);
        assertThat(available("B")).isEqualTo(4);
    }

    @Test
    @Tag("S08")
    @Tag("G3")
    void ignoresWhatIsNotNewer() {
        shop.receive("A", 5);

        gate.sync(List.of(new Gate.OnHand("A", 9, 7)), List.of());
        gate.sync(List.of(new Gate.OnHand("A", 1, 6)), List.of());
        gate.sync(List.of(new Gate.OnHand("A", 2, 7)), List.of());

        assertThat(available("A")).isEqualTo(9);
    }

    @Test
    void takesACartOfManyLinesInOneCall() {
        List<Receipt> deliveries = java.util.stream.IntStream.range(0, 2_500)
                .mapToObj(i -> new Receipt(new StockLine("SKU-%04d".formatted(i), 3), null, null)).toList();
        shop.stock.receive(deliveries);

        GateAnswer answer = gate.hold(UUID.randomUUID(),
                deliveries.stream().map(delivery -> new StockLine(delivery.goods().sku(), 2)).toList());

        assertThat(answer).isInstanceOf(GateAnswer.Held.class);
        assertThat(available("SKU-2499")).isEqualTo(1);
    }

    @Test
    @Tag("S10")
    void isRebuiltFromPostgresUnderANewEpoch() {
        shop.receive("A", 5);
        shop.reserve("ada", new StockLine("A", 2));
        long epoch = gate.epoch().orElseThrow();
        shop.redisServer.flush();

        assertThat(shop.rebuild.ensureOpen()).isTrue();

        assertThat(gate.epoch().orElseThrow()).isGreaterThan(epoch);
        assertThat(available("A")).isEqualTo(3);
        assertThat(shop.rebuild.isSound()).isTrue();
    }

    @Test
    @Tag("S10")
    void isNotSoundAfterRedisWasStartedAgain() {
        shop.receive("A", 5);
        assertThat(shop.rebuild.isSound()).isTrue();

        shop.redisServer.restart();
        org.awaitility.Awaitility.await().ignoreExceptions().until(() -> !shop.rebuild.isSound());

        assertThat(shop.watch.check()).isTrue();
        assertThat(shop.rebuild.isSound()).isTrue();
    }

    /** What a server that was started again remembers may be old: the first hold must not be taken before somebody looked. */
    @Test
    @Tag("S10")
    void takesNoHoldBeforeTheGateWasLookedAtAfterRedisWasStartedAgain() {
        shop.receive("A", 5);
        List<StockLine> cart = List.of(new StockLine("A", 1));
        assertThat(shop.watch.hold(UUID.randomUUID(), cart)).isInstanceOf(GateAnswer.Held.class);
        long before = gate.epoch().orElseThrow();

        shop.redisServer.restart();

        GateAnswer answer = org.awaitility.Awaitility.await().ignoreExceptionsInstanceOf(Unavailable.class)
                .until(() -> shop.watch.hold(UUID.randomUUID(), cart), GateAnswer.Held.class::isInstance);
        assertThat(((GateAnswer.Held) answer).epoch()).isGreaterThan(before);
    }

    /** Whoever asks must hear that a server is away, not that something is broken. */
    @Test
    @Tag("S10")
    void saysThatRedisIsAwayWhateverItIsAsked() {
        shop.receive("A", 5);
        shop.redisServer.stop();

        assertThat(List.<ThrowingCallable>of(gate::openHolds, () -> gate.takenLongerAgoThan(1, 10),
                () -> gate.confirmed(UUID.randomUUID()), gate::isBeingBuilt, gate::runId, gate::epoch, gate::contents))
                .allSatisfy(question -> assertThatThrownBy(question).isInstanceOf(Unavailable.class));
    }

    private long available(String sku) {
        return gate.figures(List.of(sku)).orElseThrow().get(sku).available();
    }
}
