package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Brings a job to its owner's record, in one script. */
final class JobSync {
    private final JobScripts scripts;
    private final QueueKeys keys;

    JobSync(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    JobSyncResult sync(String id, long round, boolean repair, JobTarget target) {
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
