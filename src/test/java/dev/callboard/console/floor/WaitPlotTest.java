package dev.callboard.console.floor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

/** What the chart of waits draws of a day. */
class WaitPlotTest {
    private static final Instant OPENS = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-11-20T18:00:00Z");

    @Test
    void thePresentIsDrawnOnlyWithinTheHoursOfTheChart() {
        assertThat(at(OPENS).showsNow()).isTrue();
        assertThat(at(CLOSES).showsNow()).isTrue();
        assertThat(at(OPENS.minusSeconds(60)).showsNow()).isFalse();
        assertThat(at(CLOSES.plusSeconds(60)).showsNow()).isFalse();
    }

    private static WaitPlot at(Instant now) {
        return new WaitPlot(OPENS, CLOSES, now, Duration.ofMinutes(5), Duration.ofMinutes(10), List.of(), List.of());
    }
}
