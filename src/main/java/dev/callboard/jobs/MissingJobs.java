package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;

/** Asks a queue which of many jobs are gone. */
public final class MissingJobs {
    private static final int IDS_PER_CALL = 1_000;

    private final JobQueue queue;

    public MissingJobs(JobQueue queue) {
        this.queue = queue;
    }

    /** Those among the ids of which Redis knows nothing any more, not even that they failed. */
    public List<String> among(List<String> ids) {
        List<String> missing = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_PER_CALL) {
            queue.scripts()
                    .run("missing", queue.keys().meta(),
                            ids.subList(from, Math.min(ids.size(), from + IDS_PER_CALL)).toArray())
                    .forEach(id -> missing.add(id.toString()));
        }
        return missing;
    }
}
