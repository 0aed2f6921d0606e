package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A shop of real processes on real servers, used by many at once, while things go wrong by a script that a seed decides:
 * at rest every sum holds and every order is done once or undone wholly. A seed that failed is played again by
 * {@code -Dfaults.seed=}.
 */
class FaultsTest {
    private static final int ROUND = 25;

    @Test
    @Tag("F09")
    @Tag("S10")
    @Tag("S11")
    void aFewFaultsChangeNoSum() throws Exception {
        play(FaultScript.of(Long.getLong("faults.seed", 4), 10));
    }

    @Test
    @Tag("F09")
    @Tag("S10")
    @Tag("S11")
    @Tag("long")
    void hundredsOfFaultsChangeNoSum() throws Exception {
        long seed = Long.getLong("faults.seed", System.currentTimeMillis() / 1000);
        play(FaultScript.of(seed, Integer.getInteger("faults.count", 500)));
    }

    private static void play(FaultScript script) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "faults", script.seed() + "-" + script.steps().size()
                + "-" + ProcessHandle.current().pid())).toAbsolutePath();
        try (FaultRun run = new FaultRun(script, folder)) {
            assertThat(run.play(ROUND)).as("-Dfaults.seed=%d, see %s", script.seed(), folder).isEmpty();
        }
    }
}
