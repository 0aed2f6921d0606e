package dev.callboard.console.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

class DriftWatchTest {
    private final AtomicLong nanos = new AtomicLong();
    private Optional<Map<String, Long>> seen = Optional.of(Map.of());
    private int looks;
    private final DriftWatch watch = new DriftWatch(() -> {
        looks++;
        return seen;
    }, Duration.ofSeconds(60), nanos::get);

    @Test
    void onlyWhatLastsHasDrifted() {
        seen = Optional.of(Map.of("HOS", 2L));
        assertThat(watch.drifted()).contains(Map.of());
        later(61);
        assertThat(watch.drifted()).contains(Map.of("HOS", 2L));
        assertThat(watch.skus()).containsExactly("HOS");
    }

    @Test
    void whatWasMendedBetweenBeginsAnew() {
        seen = Optional.of(Map.of("HOS", 2L));
        watch.drifted();
        later(30);
        seen = Optional.of(Map.of());
        watch.drifted();
        later(31);
        seen = Optional.of(Map.of("HOS", 2L));
        assertThat(watch.drifted()).contains(Map.of());
    }

    @Test
    void askingOftenLooksSeldom() {
        for (int ask = 0; ask < 100; ask++) {
            watch.drifted();
        }
        assertThat(looks).isEqualTo(1);
        watch.lookAgain();
        watch.drifted();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aClosedGateIsNoDrift() {
        seen = Optional.empty();
        assertThat(watch.drifted()).isEmpty();
    }

    private void later(int seconds) {
        nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }
}
