package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Random CHANCE = new Random(7);

    @Test
    @Tag("F06")
    void fiveSecondsDoubling() {
        Backoff backoff = Backoff.exponential(Duration.ofSeconds(5));
        assertThat(IntStream.rangeClosed(1, 4).mapToLong(attempt -> backoff.after(attempt, CHANCE).toSeconds()))
                .containsExactly(5L, 10L, 20L, 40L);
        assertThat(Backoff.exponential(Duration.ofSeconds(1)).after(10, CHANCE)).hasSeconds(512);
    }

    @Test
    void fixedStaysAndNothingIsNothing() {
        assertThat(Backoff.fixed(Duration.ofMillis(300)).after(7, CHANCE)).hasMillis(300);
        assertThat(Backoff.NONE.after(3, CHANCE)).isZero();
    }

    @Test
    void jitterTakesNoMoreThanItsShare() {
        Backoff backoff = new Backoff(Backoff.Type.FIXED, Duration.ofMillis(4000), 0.5);
        assertThat(IntStream.range(0, 1000).mapToLong(attempt -> backoff.after(1, CHANCE).toMillis()))
                .allMatch(millis -> millis >= 2000 && millis < 4000).anyMatch(millis -> millis > 3500)
                .anyMatch(millis -> millis < 2500);
    }

    @Test
    void noAttemptWaitsForMoreThanAYear() {
        assertThat(Backoff.exponential(Duration.ofSeconds(5)).after(1000, CHANCE)).hasDays(365);
    }
}
