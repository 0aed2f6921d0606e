package dev.callboard.jobs;

/** A job in the hands of a handler. */
public interface ActiveJob {
    String id();

    String name();

    /** The data as stored: JSON as a rule, but whatever the producer wrote. */
    String data();

    /** The options, JSON text as stored. */
    String opts();

    /** Attempts that ended before this one. */
    int attemptsMade();

    /** Attempts that were started, this one included; more than {@code attemptsMade + 1} after a stall. */
    int attemptsStarted();

    /** Attempts that the job may have in all, at least 1. */
    int maxAttempts();

    /** Not null: the job must fail with this text and must not run (it stalled too often, or its child failed). */
    String deferredFailure();

    /** The {@code cbr} field, or null for a job without. */
    Long round();

    /** The lock's token, unique to this holding of the job. */
    String token();

    /** Adds a line to the job's log. */
    void log(String line);

    /** False from the moment that the lock is known to be lost: stop, the job is somebody else's. */
    boolean stillMine();
}
