package dev.callboard.stock;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.callboard.postgres.Database;
import dev.callboard.refusals.OneByOne;

/**
 * Holds that the gate took and whose order may never have been written (protocol, rule 10): the id is claimed in
 * Postgres first, so that a late order under it is refused, and only then dropped at the gate.
 */
public final class OrphanHolds {
    private final Database database;
    private final Gate gate;
    private final HoldStore holds = new HoldStore();
    private final GateStore figures = new GateStore();

    public OrphanHolds(Database database, Gate gate) {
        this.database = database;
        this.gate = gate;
    }

    /** Looks at holds taken longer ago than the given seconds. @return those looked at */
    public List<UUID> sweep(int olderThanSeconds, int limit) {
        List<UUID> old = gate.takenLongerAgoThan(olderThanSeconds, limit);
        OneByOne.count(old, this::settle);
        return old;
    }

    /**
     * Gives back the hold of an id that should be no order's; where an order stands under it after all, nothing is lost.
     *
     * @return true where the id was nobody's and is now spent
     */
    public boolean settle(UUID id) {
        if (database.transaction(tx -> holds.sweep(tx, id))) {
            gate.sync(List.of(), List.of(id));
            return true;
        }
        Optional<String> state = database.transaction(tx -> holds.state(tx, id));
        if (state.isPresent() && state.get().equals("ACTIVE")) {
            gate.confirmed(id);
            return false;
        }
        // Ended: its products' figures go with the drop, or somebody would get the shipped units a second time.
        GateStore.Figures now = database.transaction(tx -> figures.ended(tx, Set.of(id)));
        gate.sync(now.products(), now.endedHolds());
        return false;
    }
}
