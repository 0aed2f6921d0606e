package dev.callboard.parts;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

import dev.callboard.live.FeedListener;
import dev.callboard.live.SnapshotFeed;
import dev.callboard.live.Subscriptions;
import dev.callboard.live.Topic;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Something that the frame says in passing, kept true by a feed of its own. Unlike a {@link Sight} it moves no clock
 * and makes nothing stale: when a read fails it keeps what it knew, and the failure is reported.
 *
 * @param <T> what is said
 */
public final class Glance<T> implements FeedListener<T>, AutoCloseable {
    private final Supplier<T> reader;
    private final Subscriptions subscriptions;
    private final Executor fx;
    private final Faults.Source faults;
    private final Duration period;
    private final ReadOnlyObjectWrapper<T> known = new ReadOnlyObjectWrapper<>();
    private SnapshotFeed<T> feed;

    /**
     * @param reader reads it; called off the FX thread, may block
     * @param period after which it is read again, whatever happens
     */
    public Glance(Supplier<T> reader, Subscriptions subscriptions, Executor fx, Faults faults, Duration period) {
        this.reader = reader;
        this.subscriptions = subscriptions;
        this.fx = fx;
        this.faults = faults.source();
        this.period = period;
    }

    /** Starts reading, also again after a close. */
    public void open() {
        feed = new SnapshotFeed<>(reader, subscriptions, this, period);
        feed.open();
    }

    /** Hears these topics from now on, and no others. */
    public void watch(Set<Topic> topics) {
        feed.watch(topics);
    }

    /** What was read last; null before the first answer. */
    public ReadOnlyObjectProperty<T> knownProperty() {
        return known.getReadOnlyProperty();
    }

    @Override
    public void read(T read) {
        faults.clear();
        fx.execute(() -> known.set(read));
    }

    @Override
    public void failed(RuntimeException cause) {
        faults.report("A read for the window's frame failed", cause);
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
    }
}
