package dev.callboard.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;

import org.junit.jupiter.api.Test;
import org.redisson.client.RedisConnectionException;
import org.redisson.client.RedisException;
import org.redisson.client.RedisTimeoutException;

class RedisFailuresTest {

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
