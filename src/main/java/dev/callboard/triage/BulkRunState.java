package dev.callboard.triage;

import java.util.EnumSet;
import java.util.Set;

/** Where a run stands. */
public enum BulkRunState {
    RUNNING,
    /** The first few are through, and a person is asked whether to go on. */
    ASKING, PAUSED,
    /** Ended before its last job; what is done stays done. */
    STOPPED,
    /** Every job has its result. */
    DONE;

    /** The states that may follow. */
    public Set<BulkRunState> successors() {
        return switch (this) {
            case RUNNING -> EnumSet.of(ASKING, PAUSED, STOPPED, DONE);
            case ASKING, PAUSED -> EnumSet.of(RUNNING, STOPPED);
            case STOPPED, DONE -> EnumSet.noneOf(BulkRunState.class);
        };
    }

    /** True where nothing follows. */
    public boolean isEnded() {
        return successors().isEmpty();
    }
}
