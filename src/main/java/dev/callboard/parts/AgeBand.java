package dev.callboard.parts;

import java.time.Duration;

/** How long somebody waits, judged against the queue's target and limit. */
public enum AgeBand {
    WITHIN("within"), OVER_TARGET("over-target"), OVER_LIMIT("over-limit");

    private final String styleClass;

    AgeBand(String styleClass) {
        this.styleClass = styleClass;
    }

    public String styleClass() {
        return styleClass;
    }

    /** Exactly on the target is within it. */
    public static AgeBand of(Duration waited, Duration target, Duration limit) {
        if (waited.compareTo(limit) > 0) {
            return OVER_LIMIT;
        }
        return waited.compareTo(target) > 0 ? OVER_TARGET : WITHIN;
    }
}
