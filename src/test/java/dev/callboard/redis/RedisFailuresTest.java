package dev.callboard.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

import redis.clients.jedis.exceptions.JedisDataException;

class RedisFailuresTest {

    @Test
    void whatTheServerCannotDoAtPresentIsNoAnswer() {
        for (String notNow : List.of("MISCONF Redis is configured to save RDB snapshots, but it's unable to persist",
                "OOM command not allowed when used memory > 'maxmemory'. script: 12ab, on @user_script:1.",
                "-READONLY You can't write against a read only replica. script: 12ab, on @user_script:7.",
                "ERR Error running script (call to f_12ab): @user_script:36: @user_script: 36: -OOM command not allowed",
                "ERR Error running script (call to f_12ab): @user_script:36: @user_script: 36: -MISCONF Redis is")) {
            assertThat(RedisFailures.isAnswer(new JedisDataException(notNow))).as(notNow).isFalse();
            assertThat(RedisFailures.isAnswer(new RedisException(notNow))).as(notNow).isFalse();
        }
        for (String answer : List.of("ERR Error running script (call to f_12ab): @user_script:36: attempt to index nil",
                "WRONGTYPE Operation against a key", "NOPERM this user has no permissions", "BUSYKEY Target key")) {
            assertThat(RedisFailures.isAnswer(new JedisDataException(answer))).as(answer).isTrue();
        }
    }

    @Test
    void theInnermostCauseSpeaks() {
        assertThat(RedisFailures.reason(new RedisConnectionException("java.util.concurrent.ExecutionException: oh",
                new IllegalStateException(new ConnectException("Connection refused")))))
                .isEqualTo("Connection refused");
    }

    @Test
    void namesOfClassesChannelsAndAdviceAreLeftOut() {
        assertThat(RedisFailures.reason(new RedisException("java.net.ConnectException: no route\nto host")))
                .isEqualTo("no route");
        assertThat(RedisFailures.reason(new RedisException(
                "WRONGPASS invalid username-password pair. channel: [id: 0x8c, L:/127.0.0.1] command: (AUTH)")))
                .isEqualTo("WRONGPASS invalid username-password pair");
        assertThat(RedisFailures.reason(new RedisException("Unable to acquire connection for subscription after 0 "
                + "attempts. Increase 'subscriptionsPerConnection' and/or 'subscriptionConnectionPoolSize'")))
                .isEqualTo("Unable to acquire connection for subscription after 0 attempts");
        assertThat(RedisFailures.reason(new RedisTimeoutException("Command still hasn't been written! Try to increase "
                + "nettyThreads setting."))).isEqualTo("no answer in time");
    }
}
