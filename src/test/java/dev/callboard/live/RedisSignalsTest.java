package dev.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.redis.RedisConnection;

class RedisSignalsTest {
    private final TestRedis redis = TestServers.newRedis();
    private final RedisConnection theirs = new RedisConnection(redis.address());
    private final RedisConnection ours = new RedisConnection(redis.address());
    private final RedisSignals signals = new RedisSignals(theirs);
    private final RedisSubscriptions subscriptions = new RedisSubscriptions(ours);

    @AfterEach
    void close() {
        subscriptions.close();
        signals.close();
        theirs.close();
        ours.close();
        redis.close();
    }

    @Test
    @Tag("L01")
    void onlyTheSubscribedTopicIsHeard() {
        AtomicInteger heard = subscribed(Topic.queue("A"));
        int before = heard.get();

        signals.changed(Topic.queue("B"));
        signals.changed(Topic.queue("A"));

        await().until(() -> heard.get() == before + 1);
    }

    @Test
    @Tag("L01")
    void anEndedSubscriptionIsGoneFromTheServer() {
        AtomicInteger heard = new AtomicInteger();
        var subscription = subscriptions.subscribe(Set.of(Topic.orders()), heard::incrementAndGet);
        await().until(() -> listeners(Topic.orders()) == 1);

        subscription.close();

        await().until(() -> listeners(Topic.orders()) == 0);
    }

    @Test
    @Tag("L01")
    void everyRowOfALongListIsHeard() {
        Set<Topic> rows = IntStream.range(0, 200).mapToObj(row -> Topic.product("SKU-" + row))
                .collect(Collectors.toSet());
        AtomicInteger heard = new AtomicInteger();
        subscriptions.subscribe(rows, heard::incrementAndGet);
        await().until(() -> rows.stream().allMatch(row -> listeners(row) == 1));

        rows.forEach(signals::changed);

        await().until(() -> heard.get() == rows.size());
    }

    @Test
    void nobodyWaitsForARedisThatIsAway() {
        CountDownLatch said = new CountDownLatch(1);
        redis.pause();

        Thread.ofVirtual().start(() -> {
            signals.changed(Topic.orders());
            said.countDown();
        });

        // sooner than any answer could be given up
        await().atMost(Duration.ofSeconds(1)).until(() -> said.getCount() == 0);
    }

    @Test
    @Tag("L02")
    void aLostConnectionThatComesBackCountsAsNews() {
        AtomicInteger heard = subscribed(Topic.queue("A"));
        int before = heard.get();

        redis.kill9();
        redis.restart();

        await().atMost(Duration.ofSeconds(15)).until(() -> heard.get() > before);
    }

    private AtomicInteger subscribed(Topic topic) {
        AtomicInteger heard = new AtomicInteger();
        subscriptions.subscribe(Set.of(topic), heard::incrementAndGet);
        await().until(() -> {
            signals.changed(topic);
            return heard.get() > 0;
        });
        // what was said while it was being set up may still come
        await().during(Duration.ofMillis(150)).until(() -> true);
        return heard;
    }

    private long listeners(Topic topic) {
        return theirs.client().getTopic(Channels.of(topic)).countSubscribers();
    }
}
