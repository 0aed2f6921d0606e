package dev.callboard.triage;

import java.time.Duration;

/**
 * How fast a run goes.
 *
 * @param canary after so many jobs a person is asked whether to go on; 0 for never
 * @param between time from one job to the next; zero for as fast as it goes
 */
public record RunPace(int canary, Duration between) {
    /** Three first, then ask. */
    public static final RunPace THREE_FIRST = new RunPace(3, Duration.ZERO);
    /** One job a second. */
    public static final RunPace ONE_PER_SECOND = new RunPace(0, Duration.ofSeconds(1));
    /** One after the other, without waiting. */
    public static final RunPace ALL = new RunPace(0, Duration.ZERO);
}
