package dev.callboard.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callboard.console.Fx;
import dev.callboard.console.Surroundings;
import dev.callboard.console.TestWindow;
import dev.callboard.live.Subscriptions;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;

/** The path of an order in the room that there is. */
class OrderTrackTest {
    private final Surroundings around = new TestWindow(Subscriptions.none(), false).around();

    @ParameterizedTest
    @CsvSource({"0,982,1", "1,982,1", "2,982,2", "5,982,3", "1,722,2", "4,722,3"})
    void everyStateIsWholeInTheLeastLines(int retries, double width, int lines) {
        Fx.on(() -> {
            OrderTrack track = new OrderTrack(around);
            new Scene(track, width, 100);
            track.show(path(retries), order());
            track.applyCss();
            assertThat(track.prefHeight(width)).isEqualTo(100 + (lines - 1) * 86);
            track.resize(width, track.prefHeight(width));
            track.layout();
            List<Bounds> names = track.getChildrenUnmodifiable().stream().filter(Label.class::isInstance)
                    .map(Node::getBoundsInParent).toList();
            for (Bounds name : names) {
                assertThat(name.getMinX()).isNotNegative();
                assertThat(name.getMaxX()).isLessThanOrEqualTo(width);
                assertThat(name.getMaxY()).isLessThanOrEqualTo(track.getHeight());
                assertThat(names).filteredOn(name::intersects).containsExactly(name);
            }
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "3,3"})
    void aFailureThatIsOverIsNoSuccess(int retries, int over) {
        Fx.on(() -> {
            OrderTrack track = new OrderTrack(around);
            new Scene(track);
            track.show(path(retries), order());
            assertThat(track.lookupAll(".track-bead.idle")).hasSize(over);
            assertThat(track.lookupAll(".track-bead.success")).hasSize(5 + 3 * retries - over);
            return null;
        });
    }

    private static OrderPath path(int retries) {
        List<OrderState> states = new ArrayList<>(
                List.of(OrderState.RESERVED, OrderState.PAYMENT_PENDING, OrderState.PAID, OrderState.PROCESSING));
        for (int retry = 0; retry < retries; retry++) {
            states.addAll(List.of(OrderState.FAILED, OrderState.PAID, OrderState.PROCESSING));
        }
        states.add(OrderState.COMPLETED);
        Instant begin = Instant.parse("2026-11-20T12:58:30Z");
        List<OrderPath.Stop> stops = new ArrayList<>();
        for (OrderState state : states) {
            stops.add(new OrderPath.Stop(state, begin.plusSeconds(161L * stops.size())));
        }
        return new OrderPath(stops);
    }

    private static Order order() {
        Instant then = Instant.parse("2026-11-20T12:58:30Z");
        return new Order(new Order.OrderId(UUID.randomUUID(), 20001), "C-1", null, OrderState.COMPLETED, then, then,
                BigDecimal.ONE, 2, 2, 48001L, null, null, List.of());
    }
}
