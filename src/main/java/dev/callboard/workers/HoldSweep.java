package dev.callboard.workers;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.callboard.stock.OrphanHolds;

/** Gives back holds that the gate took and no order followed. */
public final class HoldSweep implements Duty {
    private static final int OLDER_THAN_SECONDS = 20;
    private static final int BATCH = 100;
    private final OrphanHolds orphans;

    public HoldSweep(OrphanHolds orphans) {
        this.orphans = orphans;
    }

    @Override
    public String name() {
        return "hold sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    @Override
    public boolean runOnce() {
        List<UUID> looked = orphans.sweep(OLDER_THAN_SECONDS, BATCH);
        return looked.size() == BATCH;
    }
}
