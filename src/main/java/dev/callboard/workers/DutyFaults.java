package dev.callboard.workers;

/** Hears of a duty that failed, so that a person can see it; the duty goes on by itself. */
@FunctionalInterface
public interface DutyFaults {
    void failed(String duty, RuntimeException failure);
}
