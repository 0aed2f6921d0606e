package dev.callboard.stock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.redis.RedisConnection;
import dev.callboard.redis.RedisScript;

/**
 * Rebuilds a closed, absent or restarted gate from Postgres under a new epoch, strictly in the order of protocol rule
 * 11: close before snapshot.
 */
public final class GateRebuild {
    private static final int TRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final int CHUNK = 500;
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final Logger LOG = LoggerFactory.getLogger(GateRebuild.class);

    private final Database database;
    private final Gate gate;
    private final GateStore store = new GateStore();
    private final RedisScript begin;
    private final RedisScript load;
    private final RedisScript open;

    public GateRebuild(Database database, RedisConnection redis, Gate gate) {
        this.database = database;
        this.gate = gate;
        this.begin = new RedisScript(redis, "stock/begin");
        this.load = new RedisScript(redis, "stock/load");
        this.open = new RedisScript(redis, "stock/open");
    }

    /**
     * True where the gate is open under Postgres's epoch and the Redis server is the one that it was built in.
     */
    public boolean isSound() {
        Optional<Long> epoch = gate.epoch();
        if (epoch.isEmpty()) {
            return false;
        }
        GateStore.Generation generation = database.transaction(store::generation);
        return epoch.get() == generation.epoch() && generation.runId().equals(Optional.of(gate.runId()));
    }

    /** Rebuilds the gate unless it is sound. @return true where it is open afterwards */
    public boolean ensureOpen() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (isSound() || isBuiltByAnother()) {
                return true;
            }
            rebuild();
        }
        return isSound();
    }

    /** Waits a moment for a rebuild under way: outbidding it would only make both begin again. */
    private boolean isBuiltByAnother() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (gate.isBeingBuilt() && System.nanoTime() < end) {
            try {
                Thread.sleep(LOOK_EVERY);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return isSound();
    }

    private void rebuild() {
        String runId = gate.runId();
        long epoch = database.transaction(store::nextEpoch);
        if (!begin.run(Gate.buildKeys(), Long.toString(epoch)).getFirst().equals("begun")) {
            LOG.info("a newer rebuild of the stock gate is under way");
            return;
        }
        boolean loaded = database.snapshot(tx -> store.generation(tx).epoch() == epoch && load(tx, epoch));
        if (loaded && open.run(Gate.buildKeys(), Long.toString(epoch)).getFirst().equals("open")) {
            database.transaction(tx -> {
                store.built(tx, epoch, runId);
                return null;
            });
            LOG.info("the stock gate was rebuilt from Postgres, epoch {}", epoch);
        }
    }

    private boolean load(Transaction tx, long epoch) {
        String lastSku = "";
        List<Gate.OnHand> products;
        do {
            products = store.productsAfter(tx, lastSku, CHUNK);
            if (!load(epoch, products, List.of())) {
                return false;
            }
            lastSku = products.isEmpty() ? lastSku : products.getLast().sku();
        } while (products.size() == CHUNK);
        UUID lastHold = FIRST_ID;
        List<GateStore.OpenHold> holds;
        do {
            holds = store.openHoldsAfter(tx, lastHold, CHUNK);
            if (!load(epoch, List.of(), holds)) {
                return false;
            }
            lastHold = holds.isEmpty() ? lastHold : holds.getLast().id();
        } while (holds.size() == CHUNK);
        return true;
    }

    private boolean load(long epoch, List<Gate.OnHand> products, List<GateStore.OpenHold> holds) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(Long.toString(epoch));
        arguments.add(Integer.toString(products.size()));
        for (Gate.OnHand product : products) {
            arguments.add(product.sku());
            arguments.add(Long.toString(product.onHand()));
            arguments.add(Long.toString(product.version()));
        }
        for (GateStore.OpenHold hold : holds) {
            for (StockLine line : hold.lines()) {
                arguments.add(hold.id().toString());
                arguments.add(line.sku());
                arguments.add(Long.toString(line.quantity()));
            }
        }
        return load.run(Gate.buildKeys(), arguments.toArray()).getFirst().equals("loaded");
    }
}
