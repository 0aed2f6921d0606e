package dev.callboard.stock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.postgres.Database;

/**
 * Compares the gate with Postgres and mends what differs, under load and without closing it (protocol, rule 12): by
 * absolute values with their versions and by hold ids, never by adding a difference.
 */
public final class GateReconciler {
    /** How often the background duties look. */
    public static final Duration EVERY = Duration.ofMinutes(1);
    private static final int CHUNK = 500;
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(GateReconciler.class);

    private final Database database;
    private final Gate gate;
    private final GateStore store = new GateStore();
    private final HoldStore holds = new HoldStore();

    public GateReconciler(Database database, Gate gate) {
        this.database = database;
        this.gate = gate;
    }

    /**
     * What was mended.
     *
     * @param staleProducts products of which the gate had an older version
     * @param droppedHolds holds that had ended and the gate still had
     * @param restoredHolds open holds that the gate had lost
     */
    public record Mended(int staleProducts, int droppedHolds, int restoredHolds) {

        public boolean isNothing() {
            return staleProducts + droppedHolds + restoredHolds == 0;
        }
    }

    /** Looks at every product and every hold once. While the gate is closed there is nothing to mend. */
    public Mended reconcile() {
        if (gate.epoch().isEmpty()) {
            return new Mended(0, 0, 0);
        }
        Mended mended = new Mended(resendProducts(), dropEnded(), restoreLost());
        database.transaction(tx -> {
            store.reconciled(tx);
            return null;
        });
        if (mended.restoredHolds() > 0) {
            LOG.warn("the stock gate had drifted: {}", mended);
        } else if (!mended.isNothing()) {
            // as a rule what changed a moment ago, and whose own outbox row is on its way
            LOG.info("the stock gate was brought up to date: {}", mended);
        }
        return mended;
    }

    private int resendProducts() {
        int stale = 0;
        String last = "";
        List<Gate.OnHand> chunk;
        do {
            String after = last;
            chunk = database.transaction(tx -> store.productsAfter(tx, after, CHUNK));
            if (!chunk.isEmpty()) {
                last = chunk.getLast().sku();
                stale += countStale(chunk);
                gate.sync(chunk, List.of());
            }
        } while (chunk.size() == CHUNK);
        return stale;
    }

    private int countStale(List<Gate.OnHand> chunk) {
        return gate.figures(chunk.stream().map(Gate.OnHand::sku).toList()).map(known -> (int) chunk.stream()
                .filter(product -> known.get(product.sku()).version() < product.version()).count()).orElse(0);
    }

    /** A hold without any row is not ended: its order may be on its way, and the sweep knows what to do else. */
    private int dropEnded() {
        int dropped = 0;
        List<UUID> open = gate.openHolds();
        for (int from = 0; from < open.size(); from += CHUNK) {
            Set<UUID> chunk = Set.copyOf(open.subList(from, Math.min(open.size(), from + CHUNK)));
            GateStore.Figures now = database.transaction(tx -> store.ended(tx, chunk));
            if (!now.endedHolds().isEmpty()) {
                gate.sync(now.products(), now.endedHolds());
                dropped += now.endedHolds().size();
            }
        }
        return dropped;
    }

    private int restoreLost() {
        Set<UUID> known = new HashSet<>(gate.openHolds());
        List<GateStore.OpenHold> lost = new ArrayList<>();
        UUID last = FIRST_ID;
        List<GateStore.OpenHold> chunk;
        do {
            UUID after = last;
            chunk = database.transaction(tx -> store.openHoldsAfter(tx, after, CHUNK));
            chunk.stream().filter(hold -> !known.contains(hold.id())).forEach(lost::add);
            last = chunk.isEmpty() ? last : chunk.getLast().id();
        } while (chunk.size() == CHUNK);
        return (int) lost.stream().filter(this::restore).count();
    }

    /** The row stays locked while Redis is told, so that the hold cannot end in between. */
    private boolean restore(GateStore.OpenHold hold) {
        return database.transaction(tx -> holds.lockActive(tx, hold.id()) && gate.ensure(hold.id(), hold.lines()));
    }
}
