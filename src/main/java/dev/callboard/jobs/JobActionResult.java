package dev.callboard.jobs;

/** What came of an action on one job. */
public enum JobActionResult {
    DONE,
    /** The job is there, but no longer in the state that the action needs. */
    MOVED,
    /** There is no such job. */
    GONE,
    /** A worker holds its lock. */
    LOCKED,
    /** It is the present job of a schedule, or a parent that waits for children. */
    LINKED
}
