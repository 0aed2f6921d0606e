package dev.callboard.jobs;

import java.time.Duration;

/**
 * Which finished jobs stay readable.
 *
 * @param count newest to keep; -1 for all, 0 for none
 * @param age how old a kept one may become, or null for any age; whole seconds count
 * @param most how many that are too old go at most when a job ends, the newest of them first; 1000 where nobody says
 */
public record KeepPolicy(long count, Duration age, long most) {
    public static final KeepPolicy ALL = new KeepPolicy(-1, null);

    public static final KeepPolicy NONE = new KeepPolicy(0, null);

    /** With the usual number of old ones that go at a time. */
    public KeepPolicy(long count, Duration age) {
        this(count, age, 1000);
    }

    public static KeepPolicy newest(long count) {
        return new KeepPolicy(count, null);
    }
}
