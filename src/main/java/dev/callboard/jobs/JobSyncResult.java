package dev.callboard.jobs;

/** The answer to {@link JobQueue#sync}. */
public enum JobSyncResult {
    /** The job has heard of this round or a later one: nothing was changed. */
    NOTHING,
    /** The job is now as wanted. */
    APPLIED,
    /** A worker holds the job and must put it away first: ask again in a second. */
    LATER
}
