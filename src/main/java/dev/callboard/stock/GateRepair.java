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

    /**
     * What is on hand of a product. No higher version than the locked one can have been committed: a gate that has one, or
     * another number under the same one, is wrong. One with a lower version hears by {@link Gate#sync} as ever.
     *
     * @param locked as it stands in its locked row
     * @param seen what the gate said while the row was locked; where it says anything else by now, nothing is set
     * @return true where the gate was wrong, and was put right
     */
    boolean correct(Gate.OnHand locked, GateFigures seen) {
        boolean isWrong = seen.version() > locked.version()
                || seen.version() == locked.version() && seen.onHand() != locked.onHand();
        return isWrong && correct.run(Gate.keys(), locked.sku(), Long.toString(locked.onHand()),
                Long.toString(locked.version()), Long.toString(seen.onHand()), Long.toString(seen.version()))
                .getFirst().equals("done");
    }

    /** What is held of every product, summed up from the holds that the gate has. @return how many sums were wrong */
    int recount() {
        List<Object> answer = recount.run(Gate.keys());
        return answer.getFirst().equals("done") ? Integer.parseInt(answer.get(1).toString()) : 0;
    }
}
