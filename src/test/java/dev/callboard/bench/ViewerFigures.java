package dev.callboard.bench;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.callboard.TestServers;
import dev.callboard.TestRedis;
import dev.callboard.live.RedisSignals;
import dev.callboard.live.RedisSubscriptions;
import dev.callboard.live.Topic;
import dev.callboard.redis.RedisConnection;

/** Messages that reach a viewer of one of fifty busy products, beside one who is told of everything. */
final class ViewerFigures {
    private static final int PRODUCTS = 50;
    private static final int CHANGES = 100;

    private ViewerFigures() {}

    static void messages(Row row) throws InterruptedException {
        AtomicInteger everything = new AtomicInteger();
        AtomicInteger one = new AtomicInteger();
        Set<Topic> topics = IntStream.range(0, PRODUCTS).mapToObj(i -> Topic.product("SKU-" + i))
                .collect(Collectors.toSet());
        try (TestRedis server = TestServers.newRedis();
                RedisConnection redis = new RedisConnection(server.address());
                RedisSubscriptions all = new RedisSubscriptions(redis);
                RedisConnection viewers = new RedisConnection(server.address());
                RedisSubscriptions viewer = new RedisSubscriptions(viewers);
                RedisSignals signals = new RedisSignals(redis)) {
            all.subscribe(topics, everything::incrementAndGet);
            viewer.subscribe(Set.of(Topic.product("SKU-7")), one::incrementAndGet);
            // both hear once before the counting begins
            while (everything.get() < PRODUCTS || one.get() == 0) {
                topics.forEach(signals::changed);
                TimeUnit.MILLISECONDS.sleep(200);
            }
            everything.set(0);
            one.set(0);
            for (int change = 0; change < CHANGES; change++) {
                int due = (change + 1) * PRODUCTS;
                topics.forEach(signals::changed);
                while (everything.get() < due) {
                    TimeUnit.MICROSECONDS.sleep(100);
                }
            }
        }
        row.naive().add((double) everything.get());
        row.ours().add((double) one.get());
    }
}
