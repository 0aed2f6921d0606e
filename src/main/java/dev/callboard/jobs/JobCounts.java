package dev.callboard.jobs;

/**
 * How many jobs stand where.
 *
 * @param waiting in {@code wait}, and in the {@code paused} list of BullMQ 5
 */
public record JobCounts(long waiting, long active, long delayed, long prioritized, long waitingChildren, long completed,
        long failed) {

    /** True when nothing runs, waits or will be due; parents that wait for children do not count. */
    public boolean isIdle() {
        return waiting + active + delayed + prioritized == 0;
    }

    /** How many are in that state; none are where nobody knows. */
    public long of(JobState state) {
        return switch (state) {
            case WAITING -> waiting;
            case ACTIVE -> active;
            case DELAYED -> delayed;
            case PRIORITIZED -> prioritized;
            case WAITING_CHILDREN -> waitingChildren;
            case COMPLETED -> completed;
            case FAILED -> failed;
            case UNKNOWN -> 0;
        };
    }
}
