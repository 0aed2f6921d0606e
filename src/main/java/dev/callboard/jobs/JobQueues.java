package dev.callboard.jobs;

import java.util.List;

import dev.callboard.redis.RedisConnection;

/** Finds the queues of a Redis, whoever made them. */
public final class JobQueues {
    private final RedisConnection redis;

    public JobQueues(RedisConnection redis) {
        this.redis = redis;
    }

    RedisConnection redis() {
        return redis;
    }

    /** Every queue under the prefix, by name. Looks through the keys in steps and never blocks Redis. */
    public List<QueueOverview> discover(String prefix) {
        throw new UnsupportedOperationException();
    }
}
