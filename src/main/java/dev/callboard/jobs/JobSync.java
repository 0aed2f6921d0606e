package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Brings jobs to what their owner's record says, each once per round and in no matter which order rounds arrive.
 *
 * <p>The round is kept in the job's field {@code cbr}; a job that is removed leaves its round in a key of its own beside
 * it for a week, so that a relay that was stopped in between and now says RUN for an older round adds no ghost. After
 * that week, or after a flush, such a ghost would still do no harm: whoever runs it looks at the owner's record first and
 * skips it.
 */
public final class JobSync {
    private final JobScripts scripts;
    private final QueueKeys keys;

    public JobSync(JobQueue queue) {
        this.scripts = queue.scripts();
        this.keys = queue.keys();
    }

    /** @param round the owner's generation; only a higher one than the job has heard of is applied */
    public JobSyncResult apply(String jobId, long round, JobTarget target) {
        return sync(jobId, round, false, target);
    }

    /**
     * As {@link #apply}, but also the very round that the job has heard of, where the job is missing or lies in the wrong
     * set. For a reconciler that has seen that nobody else is about to do it.
     */
    public JobSyncResult repair(String jobId, long round, JobTarget target) {
        return sync(jobId, round, true, target);
    }

    private JobSyncResult sync(String id, long round, boolean repair, JobTarget target) {
        List<Object> arguments = new ArrayList<>();
        Collections.addAll(arguments, ListSearch.UNKNOWN, id, round, repair ? "1" : "0");
        switch (target) {
            case JobTarget.Run(NewJob job) -> run(arguments, job);
            case JobTarget.Failed(FailedState state) -> Collections.addAll(arguments, "FAILED", state.name(),
                    state.data(), state.opts(), state.failedReason(), state.stacktraceJson(), state.attemptsMade(),
                    state.failedAtMillis());
            case JobTarget.Completed(String note) -> Collections.addAll(arguments, "COMPLETED",
                    OptionsJson.JSON.getNodeFactory().textNode(note).toString());
            case JobTarget.Gone() -> arguments.add("GONE");
        }
        int code = new ListSearch(scripts, keys).found(id, place -> {
            arguments.set(0, place);
            return (int) scripts.runForLong("sync", keys.meta(), arguments.toArray());
        });
        return JobSyncResult.values()[code];
    }

    private static void run(List<Object> arguments, NewJob job) {
        JobProducer.check(job);
        Collections.addAll(arguments, "RUN", job.name(), job.dataJson(), OptionsJson.write(job.options(), job.id()),
                job.options().priority(), job.options().lifo() ? "1" : "0");
        job.fields().forEach((field, value) -> Collections.addAll(arguments, field, value));
    }
}
