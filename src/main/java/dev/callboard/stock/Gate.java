package dev.callboard.stock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.redisson.api.RedissonClient;
import org.redisson.api.redisnode.RedisNode.InfoSection;
import org.redisson.client.codec.StringCodec;

import dev.callboard.redis.PlainScript;
import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisScript;

/**
 * The stock gate in Redis (protocol, section B): it says at once whether a cart can be promised. It keeps what is on
 * hand with its version and the open holds, never a count of what is available.
 */
public final class Gate {
    private static final String SLOT = "{callboard}:";
    private static final List<String> KEYS = List.of(SLOT + "stock", SLOT + "holds", SLOT + "taken");
    private static final List<String> BUILD_KEYS = List.of(SLOT + "stock", SLOT + "holds", SLOT + "taken",
            SLOT + "stock:staged", SLOT + "holds:staged", SLOT + "building");

    private final RedisConnection redis;
    private final PlainScript hold;
    private final PlainScript sync;
    private final PlainScript figures;
    private final RedisScript prune;
    private final RedisScript contents;

    public Gate(RedisConnection redis) {
        this.redis = redis;
        this.hold = new PlainScript(redis, "stock/hold");
        this.sync = new PlainScript(redis, "stock/sync");
        this.figures = new PlainScript(redis, "stock/figures");
        this.prune = new RedisScript(redis, "stock/prune");
        this.contents = new RedisScript(redis, "stock/contents");
    }

    /** One product as Postgres said it in the same statement as the end of the holds sent with it. */
    public record OnHand(String sku, long onHand, long version) {}

    /** Takes the whole cart or nothing; lines are summed and sorted. */
    public GateAnswer hold(UUID id, List<StockLine> lines) {
        List<Object> answer = hold.run(KEYS, arguments(id, lines));
        return switch (answer.getFirst().toString()) {
            case "held" -> new GateAnswer.Held(Long.parseLong(answer.get(1).toString()));
            case "other" -> new GateAnswer.Other();
            case "ended" -> new GateAnswer.Ended();
            case "short" -> new GateAnswer.Short(pairs(answer));
            default -> new GateAnswer.Closed();
        };
    }

    /** Tells the gate what Postgres says. @return false where the gate is closed and nothing was told */
    public boolean sync(Collection<OnHand> products, Collection<UUID> endedHolds) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(Integer.toString(products.size()));
        products.forEach(product -> {
            arguments.add(product.sku());
            arguments.add(Long.toString(product.onHand()));
            arguments.add(Long.toString(product.version()));
        });
        endedHolds.forEach(id -> arguments.add(id.toString()));
        return sync.run(KEYS, arguments.toArray()).getFirst().equals("done");
    }

    /** What the gate knows of these products, in their order; empty while it is closed. */
    public Optional<Map<String, GateFigures>> figures(List<String> skus) {
        List<Object> answer = figures.read(KEYS, skus.toArray());
        if (answer.getFirst().equals("closed")) {
            return Optional.empty();
        }
        Map<String, GateFigures> bySku = new LinkedHashMap<>();
        for (int i = 0; i < skus.size(); i++) {
            bySku.put(skus.get(i), new GateFigures(number(answer, 1 + 3 * i), number(answer, 2 + 3 * i),
                    number(answer, 3 + 3 * i)));
        }
        return Optional.of(bySku);
    }

    /** The epoch under which the gate is open; empty while it is closed. */
    public Optional<Long> epoch() {
        List<Object> answer = figures.read(KEYS);
        return answer.getFirst().equals("closed") ? Optional.empty() : Optional.of(number(answer, 0));
    }

    /** Everything, for checks; holds Redis up for a moment in a large shop. Empty while the gate is closed. */
    public Optional<GateContents> contents() {
        List<Object> answer = contents.run(KEYS);
        return answer.getFirst().equals("closed") ? Optional.empty() : Optional.of(GateContents.of(answer));
    }

    /** Ids of the holds that the gate has open. */
    public List<UUID> openHolds() {
        return redis.ask(client -> client.<String, String>getMap(KEYS.get(1), StringCodec.INSTANCE)
                .keySet("h:*", 1_000).stream().map(field -> UUID.fromString(field.substring(2))).distinct().toList());
    }

    /** Ids of holds taken longer ago than the given seconds whose order nobody has confirmed yet. */
    public List<UUID> takenLongerAgoThan(int seconds, int limit) {
        long now = redisSeconds();
        return redis.ask(client -> client.<String>getScoredSortedSet(KEYS.get(2), StringCodec.INSTANCE)
                .valueRange(0, true, now - seconds, true, 0, limit).stream().map(UUID::fromString).toList());
    }

    /** The hold's order stands: it needs no watching any more. */
    public void confirmed(UUID id) {
        redis.ask(client -> client.getScoredSortedSet(KEYS.get(2), StringCodec.INSTANCE).remove(id.toString()));
    }

    /** Forgets holds that ended longer ago than the given time. @return how many */
    public int forgetEnded(Duration age) {
        int forgotten = 0;
        String cursor = "0";
        do {
            List<Object> step = prune.run(KEYS.subList(1, 2), cursor, Long.toString(age.toSeconds()));
            cursor = step.getFirst().toString();
            forgotten += (int) number(step, 1);
        } while (!cursor.equals("0"));
        return forgotten;
    }

    /** True while somebody rebuilds the gate, or died doing so. */
    boolean isBeingBuilt() {
        return redis.ask(client -> client.getBucket(BUILD_KEYS.getLast(), StringCodec.INSTANCE).isExists());
    }

    /** Identity of this run of the Redis server: it changes when the server is started again. */
    public String runId() {
        return redis.ask(client -> node(client).info(InfoSection.SERVER).get("run_id"));
    }

    private long redisSeconds() {
        return redis.ask(client -> node(client).time().getSeconds());
    }

    private org.redisson.api.redisnode.RedisNode node(RedissonClient client) {
        return switch (redis.address().kind()) {
            case SINGLE -> client.getRedisNodes(org.redisson.api.redisnode.RedisNodes.SINGLE).getInstance();
            case SENTINEL ->
                client.getRedisNodes(org.redisson.api.redisnode.RedisNodes.SENTINEL_MASTER_SLAVE).getMaster();
            case CLUSTER ->
                client.getRedisNodes(org.redisson.api.redisnode.RedisNodes.CLUSTER).getMasters().iterator().next();
        };
    }

    /** What puts the gate right where it drifted. */
    GateRepair repair() {
        return new GateRepair(redis);
    }

    static List<String> keys() {
        return KEYS;
    }

    static List<String> buildKeys() {
        return BUILD_KEYS;
    }

    static Object[] arguments(UUID id, List<StockLine> lines) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(id.toString());
        lines.forEach(line -> {
            arguments.add(line.sku());
            arguments.add(Long.toString(line.quantity()));
        });
        return arguments.toArray();
    }

    private static Map<String, Long> pairs(List<Object> answer) {
        Map<String, Long> pairs = new LinkedHashMap<>();
        for (int i = 1; i < answer.size(); i += 2) {
            pairs.put(answer.get(i).toString(), number(answer, i + 1));
        }
        return pairs;
    }

    private static long number(List<Object> answer, int index) {
        return Long.parseLong(answer.get(index).toString());
    }
}
