package dev.callboard.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import dev.callboard.faults.Fault.Server;

/**
 * What goes wrong, and when: the same seed decides the same.
 *
 * @param steps one after the other
 */
record FaultScript(long seed, List<Step> steps) {
    private static final int LONGEST_PAUSE_MILLIS = 1_600;

    /** @param after the step before */
    record Step(Duration after, Fault fault) {}

    static FaultScript of(long seed, int faults) {
        Random dice = new Random(seed);
        return new FaultScript(seed,
                Stream.generate(() -> new Step(millis(dice, 50, LONGEST_PAUSE_MILLIS), fault(dice)))
                        .limit(faults).toList());
    }

    private static Fault fault(Random dice) {
        return switch (dice.nextInt(20)) {
            case 0, 1, 2, 3 -> new Fault.Kill(dice.nextInt(FaultShop.PARTIES));
            case 4, 5, 6 -> new Fault.Freeze(dice.nextInt(FaultShop.PARTIES), millis(dice, 200, 7_000));
            case 7 -> new Fault.RestartPostgres(dice.nextBoolean());
            case 8, 9 -> new Fault.RestartRedis(dice.nextBoolean());
            case 10, 11 -> new Fault.FlushRedis();
            case 12 -> new Fault.FillConnections(millis(dice, 300, 3_000));
            case 13, 14 -> new Fault.Slow(server(dice), millis(dice, 5, 250), millis(dice, 500, 4_000));
            case 15 -> new Fault.Silent(server(dice), millis(dice, 300, 6_000));
            case 16, 17, 18 -> new Fault.Down(server(dice), millis(dice, 0, 3_000));
            default -> new Fault.StepClock(leap(dice));
        };
    }

    private static Server server(Random dice) {
        return Server.values()[dice.nextInt(Server.values().length)];
    }

    /** Minutes as when a clock is set right, or a day and more as after a long absence. */
    private static Duration leap(Random dice) {
        return dice.nextInt(4) == 0 ? Duration.ofHours(25) : Duration.ofSeconds(dice.nextInt(-600, 900));
    }

    private static Duration millis(Random dice, int least, int most) {
        return Duration.ofMillis(dice.nextInt(least, most + 1));
    }
}
