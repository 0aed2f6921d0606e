package dev.callboard.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches jobs for a worker, each under a token that nobody else ever has. */
final class JobFetch {
    private static final Logger LOG = LoggerFactory.getLogger(JobFetch.class);
    private static final int JOBS_PER_CALL = 50;

    private final JobQueue queue;
    private final JobWorkerOptions options;
    private final String tokens = UUID.randomUUID() + ":";
    private long counter;

    JobFetch(JobQueue queue, JobWorkerOptions options) {
        this.queue = queue;
        this.options = options;
    }

    FetchedJobs fetch(int most) {
        long before = System.nanoTime();
        long first = counter;
        // counted before the call: a token is never used twice, also where an answer is lost
        counter += JOBS_PER_CALL;
        List<Object> answer = queue.scripts().run("fetch", queue.keys().meta(), Math.min(most, JOBS_PER_CALL), tokens,
                first, options.lockDuration().toMillis(), options.limiterMax(), options.limiterDuration().toMillis(),
                options.workerName());
        List<HeldJob> jobs = new ArrayList<>();
        for (int at = 4; at < answer.size(); at += 3) {
            jobs.add(new HeldJob(queue, (String) answer.get(at), (String) answer.get(at + 1),
                    (List<?>) answer.get(at + 2), options.lockDuration(), before));
        }
        List<?> dropped = (List<?>) answer.get(3);
        if (!dropped.isEmpty()) {
            LOG.warn("{}: ids without a job were waiting and were taken out: {}", queue.name(), dropped);
        }
        return new FetchedJobs(jobs, (Long) answer.get(0), (Long) answer.get(1), (Long) answer.get(2) == 1);
    }
}
