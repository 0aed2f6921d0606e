package dev.callboard.console.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callboard.triage.JobCase;
import dev.callboard.triage.StepFailure;

/** When the attempts of an order's job failed: each taking over by a worker is one, the newest are of this round. */
final class AttemptTimes {
    private final List<Instant> ends;
    private final int attempts;

    AttemptTimes(JobCase found) {
        Map<Integer, Instant> byRun = new LinkedHashMap<>();
        if (found.around() != null) {
            for (StepFailure failure : found.around().failures()) {
                byRun.put(failure.run(), failure.at());
            }
        }
        this.ends = new ArrayList<>(byRun.values());
        this.attempts = found.job() == null ? 0 : found.job().attemptsMade();
    }

    /** @param waited until the next attempt failed; null for the last */
    record Time(Instant at, Duration waited) {}

    /** Null where it is not known. @param attempt from 1 */
    Time of(int attempt) {
        int index = ends.size() - attempts + attempt - 1;
        if (index < 0 || index >= ends.size()) {
            return null;
        }
        Instant at = ends.get(index);
        return new Time(at, index + 1 < ends.size() ? Duration.between(at, ends.get(index + 1)) : null);
    }
}
