package dev.callboard.jobs;

/** Watches work on very many jobs, and may end it between two of its steps. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches. */
    Progress NONE = done -> true;

    /**
     * Hears before each step how much is done by now.
     *
     * @param done jobs, from the beginning of this work
     * @return false to do no more: what is done stays done
     */
    boolean goesOn(long done);
}
