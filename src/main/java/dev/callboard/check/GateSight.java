package dev.callboard.check;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Database;
import dev.callboard.stock.Gate;
import dev.callboard.stock.GateContents;

/**
 * The gate between two looks at Postgres: what stood still in both, with no news on its way, can be compared.
 *
 * @param states of the gate's open holds, as Postgres has them
 */
record GateSight(GateTruth before, GateContents gate, GateTruth after, Map<UUID, String> states) {

    /** Empty while the gate is closed: it then promises nothing. */
    static Optional<GateSight> look(Database database, Gate gate) {
        GateTruthStore store = new GateTruthStore();
        GateTruth before = database.snapshot(store::read);
        Optional<GateContents> contents = gate.contents();
        if (contents.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, String> states = database.transaction(tx -> store.states(tx, contents.get().holds().keySet()));
        GateTruth after = database.snapshot(store::read);
        boolean isOneEpoch = before.epoch() == contents.get().epoch() && after.epoch() == before.epoch();
        return isOneEpoch ? Optional.of(new GateSight(before, contents.get(), after, states)) : Optional.empty();
    }

    boolean isStill(String sku) {
        return before.products().containsKey(sku) && before.products().get(sku).equals(after.products().get(sku))
                && !before.untoldSkus().contains(sku) && !after.untoldSkus().contains(sku);
    }

    boolean isStill(UUID hold) {
        return before.holds().containsKey(hold) == after.holds().containsKey(hold)
                && !before.untoldHolds().contains(hold) && !after.untoldHolds().contains(hold);
    }
}
