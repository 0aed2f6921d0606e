package dev.callboard.jobs;

import java.time.Duration;

/**
 * Which finished jobs stay readable.
 *
 * @param count newest to keep; -1 for all, 0 for none
 * @param age how old a kept one may become, or null for any age; whole seconds count
 */
public record KeepPolicy(long count, Duration age) {
    public static final KeepPolicy ALL = new KeepPolicy(-1, null);

    public static final KeepPolicy NONE = new KeepPolicy(0, null);

    public static KeepPolicy newest(long count) {
        return new KeepPolicy(count, null);
    }
}
