package dev.callboard.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callboard.postgres.Database;
import dev.callboard.stock.Gate;
import dev.callboard.stock.GateFigures;

/** What always holds between the stock gate in Redis and Postgres. A closed gate promises nothing and breaks nothing. */
final class GateInvariants {
    private static final GateFigures NEVER_HEARD = new GateFigures(0, -1, 0);

    private final Database database;
    private final Gate gate;

    private GateInvariants(Database database, Gate gate) {
        this.database = database;
        this.gate = gate;
    }

    static List<Invariant> of(Database database, Gate gate) {
        GateInvariants gates = new GateInvariants(database, gate);
        return List.of(gates.invariant("gate.on_hand_is_postgres", GateInvariants::onHand),
                gates.invariant("gate.never_promises_more", GateInvariants::promises),
                gates.invariant("gate.held_is_sum_of_its_holds", GateInvariants::sums),
                gates.invariant("gate.holds_are_postgres", GateInvariants::holds));
    }

    private Invariant invariant(String name, Function<GateSight, Map<String, String>> judge) {
        return new LiveInvariant(name, () -> GateSight.look(database, gate).map(judge).orElse(Map.of()));
    }

    private static Map<String, String> onHand(GateSight sight) {
        Map<String, String> wrong = new HashMap<>();
        sight.before().products().forEach((sku, stock) -> {
            GateFigures known = sight.gate().products().getOrDefault(sku, NEVER_HEARD);
            boolean isRight = known.onHand() == stock.onHand() && Math.max(0, known.version()) == stock.version();
            if (sight.isStill(sku) && !isRight) {
                wrong.put(sku, "%s: the gate has %d on hand (version %d), Postgres %d (version %d)".formatted(sku,
                        known.onHand(), known.version(), stock.onHand(), stock.version()));
            }
        });
        sight.gate().products().forEach((sku, known) -> {
            if (known.onHand() != 0 && !sight.after().products().containsKey(sku)) {
                wrong.put(sku, "%s: the gate has %d on hand of what is no product".formatted(sku, known.onHand()));
            }
        });
        return wrong;
    }

    private static Map<String, String> promises(GateSight sight) {
        Map<String, String> wrong = new HashMap<>();
        sight.before().products().forEach((sku, stock) -> {
            long promised = sight.gate().products().getOrDefault(sku, NEVER_HEARD).available();
            if (sight.isStill(sku) && promised > stock.onHand() - stock.held()) {
                wrong.put(sku, "%s: the gate would promise %d, Postgres has %d on hand and %d of them held"
                        .formatted(sku, promised, stock.onHand(), stock.held()));
            }
        });
        return wrong;
    }

    private static Map<String, String> sums(GateSight sight) {
        Map<String, Long> sums = new HashMap<>();
        sight.gate().holds().values()
                .forEach(lines -> lines.forEach((sku, units) -> sums.merge(sku, units, Long::sum)));
        Map<String, String> wrong = new HashMap<>();
        sight.gate().products().forEach((sku, known) -> {
            if (known.held() != sums.getOrDefault(sku, 0L)) {
                wrong.put(sku, "%s: the gate has %d held, its holds sum up to %d".formatted(sku, known.held(),
                        sums.getOrDefault(sku, 0L)));
            }
        });
        return wrong;
    }

    /** A hold without an order is watched by the gate until the sweep has looked at it: it promises less, never more. */
    private static Map<String, String> holds(GateSight sight) {
        Map<String, String> wrong = new HashMap<>();
        sight.before().holds().forEach((id, lines) -> {
            if (sight.isStill(id) && !lines.equals(sight.gate().holds().get(id))) {
                wrong.put(id.toString(), "hold %s: Postgres has %s, the gate %s".formatted(id, lines,
                        sight.gate().holds().getOrDefault(id, Map.of())));
            }
        });
        sight.gate().holds().keySet().forEach(id -> {
            String state = sight.states().getOrDefault(id, "unknown");
            boolean isWatched = sight.gate().taken().contains(id)
                    && (state.equals("unknown") || state.equals("SWEPT"));
            if (sight.isStill(id) && !sight.before().holds().containsKey(id) && !isWatched) {
                wrong.put(id.toString(), "hold %s is open at the gate, in Postgres it is %s".formatted(id, state));
            }
        });
        return wrong;
    }
}
