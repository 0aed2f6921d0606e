package dev.callboard.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import dev.callboard.live.Topic;
import dev.callboard.refusals.Refusal;

class HealthAndMetricsTest {

    @Test
    void everyDependencyIsAskedAndNoneForLong() {
        try (FrontDoor door = new FrontDoor()) {
            door.dependencies.put("mail", () -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
                return true;
            });
            FrontDoor.Answered health = door.get("/health");
            assertThat(health.status()).isEqualTo(200);
            assertThat(health.body().at("/services/postgres/ok").asBoolean()).isTrue();
            assertThat(health.body().at("/services/redis/ok").asBoolean()).isTrue();
            assertThat(health.body().at("/services/mail/ok").asBoolean(true)).isFalse();
        }
    }

    @Test
    void withoutRedisItIsNotHealthyAndSaysSo() {
        try (FrontDoor door = new FrontDoor()) {
            door.shop.redisServer.kill9();
            FrontDoor.Answered health = door.get("/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.body().at("/services/postgres/ok").asBoolean()).isTrue();
            assertThat(health.body().at("/services/redis/ok").asBoolean(true)).isFalse();
        }
    }

    @Test
    void metricsNameRoutesAndNothingThatAClientWrote() {
        try (FrontDoor door = new FrontDoor()) {
            door.reserve();
            door.get("/orders/secret-thing");
            FrontDoor.Answered metrics = door.get("/metrics");
            assertThat(metrics.response().headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
            assertThat(metrics.response().body())
                    .contains("callboard_http_request_seconds_count{route=\"/reservations\",status=\"201\"} 1",
                            "callboard_http_request_seconds_count{route=\"/orders/{id}\",status=\"404\"} 1",
                            "# TYPE callboard_http_request_seconds histogram")
                    .doesNotContain("secret-thing");
        }
    }

    @Test
    void aBucketFillsUpEvenlyAndIsForgotten() {
        AtomicLong clock = new AtomicLong();
        RateLimiter limiter = new RateLimiter(2, Duration.ofSeconds(10), clock::get);
        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isZero();
        assertThat(limiter.take("a")).isEqualTo(Duration.ofSeconds(5));
        clock.addAndGet(Duration.ofSeconds(4).toNanos());
        assertThat(limiter.take("a")).isBetween(Duration.ofMillis(999), Duration.ofMillis(1_001));
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(limiter.take("a")).isZero();
        for (int i = 0; i < 10_001; i++) {
            limiter.take("crowd-" + i);
        }
        clock.addAndGet(Duration.ofMinutes(1).toNanos());
        limiter.take("b");
        assertThat(limiter.clients()).isEqualTo(1);
    }

    @Test
    void aCrowdWithoutEndCostsOnlySoMuchMemory() {
        AtomicLong clock = new AtomicLong();
        RateLimiter limiter = new RateLimiter(2, Duration.ofSeconds(10), clock::get);
        for (int i = 0; i < RateLimiter.MOST; i++) {
            limiter.take("crowd-" + i);
        }
        assertThat(limiter.take("new 1")).isZero();
        assertThat(limiter.take("new 2")).isZero();
        assertThat(limiter.take("new 3")).isPositive();
        assertThat(limiter.take("crowd-1")).isZero();
        assertThat(limiter.clients()).isEqualTo(RateLimiter.MOST + 1);
    }

    @Test
    void oneClientDoesNotTakeEveryStream() {
        try (Broadcast broadcast = new Broadcast(dev.callboard.live.Subscriptions.none())) {
            Topic topic = Topic.product("BULB");
            Viewer first = broadcast.enter(topic, "a", () -> "{}");
            for (int i = 1; i < 500; i++) {
                broadcast.enter(topic, "a", () -> "{}");
            }
            assertThatThrownBy(() -> broadcast.enter(topic, "a", () -> "{}")).isInstanceOf(Refusal.class);
            assertThat(broadcast.enter(topic, "b", () -> "{}")).isNotNull();
            broadcast.leave(topic, first);
            broadcast.leave(topic, first);
            assertThat(broadcast.enter(topic, "a", () -> "{}")).isNotNull();
            assertThat(broadcast.viewers()).isEqualTo(501);
        }
    }
}
