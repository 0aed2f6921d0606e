package dev.callboard.console.triage.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import dev.callboard.triage.BulkRuns;
import dev.callboard.triage.Cancellations;

/**
 * What the runs ask of the shop.
 *
 * @param wake lets this console's runner look for work at once
 * @param now the server's time
 */
public record RunServices(BulkRuns runs, Cancellations cancellations, Runnable wake, Supplier<Instant> now) {
    private static final Duration SHOWN_AFTER_END = Duration.ofMinutes(10);

    RunsSnapshot read() {
        return new RunsSnapshot(now.get(), runs.recent(SHOWN_AFTER_END));
    }
}
