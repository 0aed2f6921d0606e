package dev.callboard.wrong.triage;

import org.redisson.api.RedissonClient;

/** Wrong: triage asks jobs, and leaves Redis to it. */
final class SpeaksToRedis {
    void forget(RedissonClient redis) {
        redis.getKeys().flushall();
    }
}
