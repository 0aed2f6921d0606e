package dev.callboard.stock;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.postgres.Database;

/**
 * Compares the gate with Postgres and mends what differs, under load and without closing it (protocol, rule 12): by
 * absolute values with their versions and by holds with their lines, never by adding a difference of two readings.
 */
public final class GateReconciler {
    /** How often the background duties look. */
    public static final Duration EVERY = Duration.ofMinutes(1);
    /** A sale is told to the gate and to Postgres within this time, as a rule. */
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private static final int CHUNK = 500;
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(GateReconciler.class);

    private final Database database;
    private final Gate gate;
    private final GateRepair repair;
    private final GateComparison comparison;
    private final Runnable between;
    private final GateStore store = new GateStore();
    private final HoldStore holds = new HoldStore();

    public GateReconciler(Database database, Gate gate) {
        this(database, gate, () -> LockSupport.parkNanos(BETWEEN.toNanos()));
    }

    /** @param between lets the moment pass after which a difference that is still the same counts as a lasting one */
    GateReconciler(Database database, Gate gate, Runnable between) {
        this.between = between;
        this.database = database;
        this.gate = gate;
        this.repair = gate.repair();
        this.comparison = new GateComparison(database, gate);
    }

    /**
     * What was mended.
     *
     * @param staleProducts products of which the gate had an older version, or a wrong number on hand or held
     * @param droppedHolds holds that had ended and the gate still had
     * @param restoredHolds open holds that the gate had lost, or had with other lines than their orders
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
        int stale = resendProducts();
        int dropped = dropEnded();
        int restored = restoreLost();
        int wrong = correctFigures();
        Mended mended = new Mended(stale + wrong, dropped, restored);
        database.transaction(tx -> {
            store.reconciled(tx);
            return null;
        });
        if (mended.restoredHolds() + wrong > 0) {
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
        int restored = 0;
        UUID last = FIRST_ID;
        List<GateStore.OpenHold> chunk;
        do {
            UUID after = last;
            chunk = database.transaction(tx -> store.openHoldsAfter(tx, after, CHUNK));
            if (!chunk.isEmpty()) {
                last = chunk.getLast().id();
                Set<UUID> differing = repair.differing(chunk);
                restored += (int) chunk.stream().filter(hold -> differing.contains(hold.id())).filter(this::restore)
                        .count();
            }
        } while (chunk.size() == CHUNK);
        return restored;
    }

    /** The row stays locked while Redis is told, so that the hold cannot end in between. */
    private boolean restore(GateStore.OpenHold hold) {
        return database.transaction(tx -> holds.lockActive(tx, hold.id()) && repair.ensure(hold));
    }

    /** What differs lastingly is a figure that no version and no hold brings right: only then are all holds summed up. */
    private int correctFigures() {
        Set<String> lasting = comparison.lasting(between);
        if (lasting.isEmpty()) {
            return 0;
        }
        int corrected = repair.recount();
        for (String sku : comparison.among(lasting).keySet()) {
            corrected += correct(sku) ? 1 : 0;
        }
        return corrected;
    }

    /** The gate is read while the row is locked, and set only where it still says the same. */
    private boolean correct(String sku) {
        return database.transaction(tx -> store.locked(tx, sku).flatMap(product -> gate.figures(List.of(sku))
                .map(known -> repair.correct(product, known.get(sku)))).orElse(false));
    }
}
