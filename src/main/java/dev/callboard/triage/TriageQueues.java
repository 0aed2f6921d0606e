package dev.callboard.triage;

import java.util.List;
import java.util.SortedSet;

import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobQueues;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.redis.RedisConnection;
import dev.callboard.refusals.Refusal;

/** The job queues of a Redis, and which of them fulfils our orders. */
public final class TriageQueues {
    private final RedisConnection redis;
    private final JobQueues queues;
    private final JobQueue fulfilment;
    private final int attempts;

    /** @param attempts which an order's job has that is written anew */
    public TriageQueues(RedisConnection redis, JobQueue fulfilment, int attempts) {
        this.redis = redis;
        this.queues = new JobQueues(redis);
        this.fulfilment = fulfilment;
        this.attempts = attempts;
    }

    List<QueueOverview> all() {
        return queues.discover(fulfilment.prefix());
    }

    /** Their names alone, which cost one look through the keys and nothing for each. */
    SortedSet<String> names() {
        return queues.names(fulfilment.prefix());
    }

    /** One of {@link #names}, which may be gone by now and then has no jobs. */
    JobQueue named(String name) {
        return queues.queue(fulfilment.prefix(), name);
    }

    boolean isFulfilment(String name) {
        return name.equals(fulfilment.name());
    }

    /** How many attempts a retry of this job has. @param job null where Redis has lost it: it is written anew */
    int attemptsOfRetry(JobSnapshot job) {
        return job == null || job.missing() ? attempts : job.attemptsAllowed();
    }

    JobQueue fulfilment() {
        return fulfilment;
    }

    /** @throws Refusal {@code not_found} for a name that is no queue of this Redis */
    JobQueue open(String name) {
        if (isFulfilment(name)) {
            return fulfilment;
        }
        if (name.isBlank() || name.contains(":")) {
            throw Refusal.notFound("job queue", name);
        }
        JobQueue queue = new JobQueue(redis, fulfilment.prefix(), name);
        if (!queue.exists()) {
            throw Refusal.notFound("job queue", name);
        }
        return queue;
    }
}
