package dev.callboard.tickets;

import java.time.Duration;
import java.time.LocalTime;

/**
 * What a queue aims for and when it is open.
 *
 * @param name as people read it
 * @param target the wait that is aimed for, or null for the shop's
 * @param limit the wait that is too long, or null for the shop's
 * @param opens by the shop's clock, or null where nobody said
 * @param closes later on the same day; null exactly where {@code opens} is
 */
public record QueueRule(String name, Duration target, Duration limit, LocalTime opens, LocalTime closes) {

    /** The target, or the shop's. */
    public Duration targetOr(Duration shop) {
        return target == null ? shop : target;
    }

    /** The limit, or the shop's; never less than the target. */
    public Duration limitOr(Duration shopTarget, Duration shop) {
        Duration mine = limit == null ? shop : limit;
        return mine.compareTo(targetOr(shopTarget)) < 0 ? targetOr(shopTarget) : mine;
    }
}
