package dev.callboard.stock;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisScript;

/** Puts right what the gate has wrong while it stays open (protocol, rule 12); each step is one script. */
final class GateRepair {
    private final RedisScript compare;
    private final RedisScript ensure;
    private final RedisScript correct;
    private final RedisScript recount;

    GateRepair(RedisConnection redis) {
        this.compare = new RedisScript(redis, "stock/compare");
        this.ensure = new RedisScript(redis, "stock/ensure");
        this.correct = new RedisScript(redis, "stock/correct");
        this.recount = new RedisScript(redis, "stock/recount");
    }

    /** Those of the holds that the gate lacks or has with other lines: perhaps only because one has ended meanwhile. */
    Set<UUID> differing(List<GateStore.OpenHold> holds) {
        List<Object> arguments = new ArrayList<>();
        holds.forEach(hold -> hold.lines().forEach(line -> {
            arguments.add(hold.id().toString());
            arguments.add(line.sku());
            arguments.add(Long.toString(line.quantity()));
        }));
        Set<UUID> differing = new HashSet<>();
        compare.run(Gate.keys(), arguments.toArray()).forEach(id -> differing.add(UUID.fromString(id.toString())));
        return differing;
    }

    /** The hold of an order that is certainly open, with its order's lines. @return true where it was not so */
    boolean ensure(GateStore.OpenHold hold) {
        return ensure.run(Gate.keys(), Gate.arguments(hold.id(), hold.lines())).getFirst().equals("done");
    }

    /** What is on hand of a product whose row is certainly locked. @return true where it was not so */
    boolean correct(Gate.OnHand product) {
        return correct.run(Gate.keys(), product.sku(), Long.toString(product.onHand()),
                Long.toString(product.version())).getFirst().equals("done");
    }

    /** What is held of every product, summed up from the holds that the gate has. @return how many sums were wrong */
    int recount() {
        List<Object> answer = recount.run(Gate.keys());
        return answer.getFirst().equals("done") ? Integer.parseInt(answer.get(1).toString()) : 0;
    }
}
