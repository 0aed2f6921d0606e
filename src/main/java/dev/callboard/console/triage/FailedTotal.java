package dev.callboard.console.triage;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.console.Surroundings;
import dev.callboard.live.SnapshotFeed;
import dev.callboard.live.Topic;
import dev.callboard.parts.Glance;
import dev.callboard.triage.KnownQueues;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** How many jobs failed for good, kept true for whoever is at another screen; for the FX thread. */
public final class FailedTotal implements AutoCloseable {
    /** A figure in passing need not follow a storm: at most one read in this time. */
    private static final long REST_NANOS = 1_000_000_000L;

    private final KnownQueues queues;
    private final Glance<Counted> glance;
    private final ReadOnlyObjectWrapper<Long> jobs = new ReadOnlyObjectWrapper<>();
    private long readNanos = System.nanoTime() - REST_NANOS;

    /** @param queues whose names were known at the time */
    private record Counted(long jobs, List<String> queues) {}

    public FailedTotal(Surroundings around, TriageServices shop) {
        this.queues = new KnownQueues(shop.cases());
        this.glance = new Glance<>(this::read, around.subscriptions(), around.fx(), around.faults(),
                SnapshotFeed.PERIOD);
        glance.knownProperty().addListener((property, before, now) -> {
            jobs.set(now.jobs());
            watch(now);
        });
    }

    private Counted read() {
        LockSupport.parkNanos(readNanos + REST_NANOS - System.nanoTime());
        readNanos = System.nanoTime();
        return new Counted(queues.failed(), queues.names());
    }

    private void watch(Counted now) {
        glance.watch(Stream.concat(Stream.of(Topic.orders()), now.queues().stream().map(Topic::jobs))
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whatever Triage reads is the figure at once: nobody leaves it and finds another one at the rail. */
    public TriageModel followed(TriageModel triage) {
        triage.sight().snapshotProperty().addListener((property, before, now) -> jobs.set(now.total()));
        return triage;
    }

    /** Starts counting. */
    public void open() {
        glance.open();
    }

    /** The figure; null until it is known. */
    public ObservableValue<Long> jobs() {
        return jobs.getReadOnlyProperty();
    }

    @Override
    public void close() {
        glance.close();
    }
}
