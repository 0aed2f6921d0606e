package dev.callboard.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.audit.AuditRow;
import dev.callboard.orders.OrderState;

class OrderPathTest {
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:58:30Z");
    private final List<AuditRow> history = new ArrayList<>();

    @Test
    void keepsLoopsAndTimes() {
        moved("RESERVED", 0);
        moved("PAYMENT_PENDING", 21);
        moved("PAID", 78);
        moved("PROCESSING", 102);
        moved("FAILED", 217);
        moved("PAID", 300);
        OrderPath path = OrderPath.of(history);
        assertThat(path.taken()).extracting(OrderPath.Stop::state).containsExactly(OrderState.RESERVED,
                OrderState.PAYMENT_PENDING, OrderState.PAID, OrderState.PROCESSING, OrderState.FAILED, OrderState.PAID);
        assertThat(path.stayed(1)).isEqualTo(Duration.ofSeconds(57));
    }

    @Test
    void entriesThatMoveNothingAreNoStops() {
        moved("RESERVED", 0);
        history.add(entry("{\"note\":1}", 5));
        moved("RESERVED", 6);
        assertThat(OrderPath.of(history).taken()).hasSize(1);
    }

    @Test
    void whatMayFollowIsWhatTheStateAllows() {
        for (OrderState state : OrderState.values()) {
            history.clear();
            moved(state.name(), 0);
            assertThat(OrderPath.of(history).next()).as(state.name())
                    .allMatch(next -> state.successors().contains(next.state()));
            assertThat(OrderPath.of(history).next().isEmpty()).as(state.name()).isEqualTo(state.isDone());
        }
    }

    private void moved(String to, int seconds) {
        history.add(entry("{\"state\":\"" + to + "\"}", seconds));
    }

    private AuditRow entry(String after, int seconds) {
        try {
            ObjectMapper json = new ObjectMapper();
            return new AuditRow(history.size(), BEGIN.plusSeconds(seconds), "tnowak", null, "order.test", "order", "1",
                    null, json.readTree("{}"), json.readTree(after));
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
