package dev.callboard.tickets;

import java.time.Duration;
import java.util.Optional;

/**
 * The wait that a visitor is told: people ahead × median service ÷ open counters, up to one and a half times that.
 *
 * @param least the reckoned wait
 * @param most one and a half times of it
 */
public record QuotedWait(Duration least, Duration most) {

    /**
     * Reckons it; unknown where nobody was served yet today or no counter is open.
     *
     * @param ahead people who are called before
     * @param medianService of the day, or null
     * @param counters open now
     */
    public static Optional<QuotedWait> of(int ahead, Duration medianService, int counters) {
        if (medianService == null || counters < 1) {
            return Optional.empty();
        }
        return Optional.of(from(medianService.multipliedBy(ahead).dividedBy(counters)));
    }

    /** The range that begins with this reckoned wait. */
    static QuotedWait from(Duration least) {
        return new QuotedWait(least, least.multipliedBy(3).dividedBy(2));
    }

    /** Whole minutes, rounded down. */
    public long leastMinutes() {
        return least.toMinutes();
    }

    /** Whole minutes, rounded up, at least one. */
    public long mostMinutes() {
        return Math.max(1, Math.ceilDiv(most.toSeconds(), 60));
    }
}
