package dev.callboard.live;

import java.time.Duration;

/**
 * How old a sight is, and when it is too old to act on.
 *
 * @param age time since the newest successful read
 */
public record Freshness(Duration age) {
    /** Two periodic reads of five seconds and a margin. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(12);

    /** True when nothing may be pressed any more: the rows may have moved on. */
    public boolean isStale() {
        return age.compareTo(STALE_AFTER) >= 0;
    }
}
