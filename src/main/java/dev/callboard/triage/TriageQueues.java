package dev.callboard.triage;

import java.util.List;

import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobQueues;
import dev.callboard.jobs.QueueOverview;
import dev.callboard.redis.RedisConnection;
import dev.callboard.refusals.Refusal;

/** The job queues of a Redis, and which of them fulfils our orders. */
public final class TriageQueues {
    private final RedisConnection redis;
    private final JobQueues queues;
    private final JobQueue fulfilment;

    public TriageQueues(RedisConnection redis, JobQueue fulfilment) {
        this.redis = redis;
        this.queues = new JobQueues(redis);
        this.fulfilment = fulfilment;
    }

    List<QueueOverview> all() {
        return queues.discover(fulfilment.prefix());
    }

    boolean isFulfilment(String name) {
        return name.equals(fulfilment.name());
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
