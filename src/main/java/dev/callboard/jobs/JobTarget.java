package dev.callboard.jobs;

/** What should become of a job, said as a state and never as a step, so that saying it twice does no harm. */
public sealed interface JobTarget {

    /**
     * The job waits to be run with all its attempts: added where it is missing, else taken out of failed, completed
     * or delayed.
     */
    record Run(NewJob job) implements JobTarget {}

    /** The job lies in the failed set as it lay there before. */
    record Failed(FailedState state) implements JobTarget {}

    /** There is no such job. */
    record Gone() implements JobTarget {}

    /** A job in the failed set counts as completed, with this text as its return value. */
    record Completed(String note) implements JobTarget {}
}
