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
    private final List<StepFailure> ends;
    private final int attempts;

    AttemptTimes(JobCase found) {
        Map<Integer, StepFailure> byRun = new LinkedHashMap<>();
        if (found.around() != null) {
            for (StepFailure failure : found.around().failures()) {
                byRun.put(failure.run(), failure);
            }
        }
        this.ends = new ArrayList<>(byRun.values());
        this.attempts = found.job() == null ? 0 : found.job().attemptsMade();
    }

    /**
     * One attempt.
     *
     * @param took or null where that was not kept
     * @param worker or null where that was not kept
     * @param waited until the next attempt began, or failed where only that is known; null for the last
     */
    record Time(Instant at, Duration took, String worker, Duration waited) {}

    /** Null where it is not known. @param attempt from 1 */
    Time of(int attempt) {
        StepFailure end = end(attempt);
        StepFailure next = end(attempt + 1);
        return end == null ? null : new Time(end.at(), end.took(), end.worker(),
                next == null ? null : Duration.between(end.at(), begin(next)));
    }

    /** From the beginning of the first attempt to the end of the last; null where one of them is not known. */
    Duration inAll() {
        StepFailure first = end(1);
        StepFailure last = end(attempts);
        return first == null || last == null || first.took() == null ? null
                : Duration.between(begin(first), last.at());
    }

    private static Instant begin(StepFailure failure) {
        return failure.took() == null ? failure.at() : failure.at().minus(failure.took());
    }

    private StepFailure end(int attempt) {
        int index = ends.size() - attempts + attempt - 1;
        return index < 0 || index >= ends.size() || attempt < 1 || attempt > attempts ? null : ends.get(index);
    }
}
