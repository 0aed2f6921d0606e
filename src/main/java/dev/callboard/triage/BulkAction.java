package dev.callboard.triage;

/** What a run does to each of its jobs. */
public enum BulkAction {
    RETRY, CANCEL, DISCARD
}
