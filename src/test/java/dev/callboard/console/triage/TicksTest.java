package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.triage.FailedJob;

class TicksTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:05:40Z");
    private final FailedJob first = job(UUID.randomUUID(), 1);
    private final FailedJob second = job(UUID.randomUUID(), 1);
    private final Ticks ticks = new Ticks();

    @Test
    @Tag("A08")
    void keepsTheRoundThatThePersonSaw() {
        ticks.toggle(first, NOW);
        FailedJob failedAgain = job(first.order().uuid(), 2);

        assertThat(ticks.chosen(List.of(failedAgain, second))).containsExactly(first);
        assertThat(ticks.frozenAt()).isEqualTo(NOW);
    }

    @Test
    @Tag("A08")
    void aRowThatMovedOrFailedAgainLosesItsTick() {
        ticks.add(List.of(first, second), NOW);

        assertThat(ticks.dropMoved(List.of(first, second), java.util.Map.of(first.key(), job(first.order().uuid(), 2))))
                .containsExactlyInAnyOrder(first.key(), second.key());
        assertThat(ticks.isFrozen()).isFalse();
    }

    @Test
    void toggledTwiceIsAsBefore() {
        ticks.toggle(first, NOW);
        ticks.toggle(first, NOW);

        assertThat(ticks.isFrozen()).isFalse();
        assertThat(ticks.chosen(List.of(first))).isEmpty();
    }

    private static FailedJob job(UUID order, int round) {
        return new FailedJob("fulfill-order", Order.jobId(order), "fulfill", 5, NOW, "SMTP timeout",
                new Order(new Order.OrderId(order, 20811), "Niamh Gallagher", null, OrderState.FAILED, NOW, NOW,
                        BigDecimal.TEN, round, 1, 48213L, NOW, "SMTP timeout", List.of()),
                false, false, "{}");
    }
}
