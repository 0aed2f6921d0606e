package dev.callboard.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.callboard.live.FeedListener;
import dev.callboard.live.Freshness;
import dev.callboard.live.SnapshotFeed;
import dev.callboard.live.Subscriptions;
import dev.callboard.live.Topic;
import dev.callboard.refusals.Unavailable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What a screen knows, kept true by a {@link SnapshotFeed} and brought to the FX thread, together with how old it is.
 *
 * <p>Stale means: nothing may be pressed. A lost service makes it stale at once, silence after twelve seconds; the
 * next successful read lifts it, after the snapshot is in place.
 *
 * @param <S> the immutable snapshot
 */
public final class Sight<S> implements FeedListener<S>, AutoCloseable {
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private final Supplier<S> reader;
    private final Subscriptions subscriptions;
    private final Executor fx;
    private final ShopClock clock;
    private final Faults.Source faults;
    private final Function<S, Instant> serverTime;
    private final ReadOnlyObjectWrapper<S> snapshot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Duration> age = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyObjectWrapper<RuntimeException> failure = new ReadOnlyObjectWrapper<>();
    /** What was read and the FX thread has not come to yet: only the newest of it counts. */
    private final AtomicReference<S> unseen = new AtomicReference<>();
    private SnapshotFeed<S> feed;
    private Instant asOf;
    private long readNanos;
    private long openedNanos;
    private boolean answered;
    private boolean stopped;
    /** Nobody looks any more, and what a listener would start now could be gone already. */
    private boolean closed;

    /**
     * @param reader reads the whole snapshot; called off the FX thread, may block
     * @param serverTime the server's time within a snapshot
     */
    public Sight(Supplier<S> reader, Function<S, Instant> serverTime, Subscriptions subscriptions, Executor fx,
            ShopClock clock, Faults faults) {
        this.reader = reader;
        this.subscriptions = subscriptions;
        this.serverTime = serverTime;
        this.fx = fx;
        this.clock = clock;
        this.faults = faults.source();
        this.readNanos = clock.nanos();
    }

    /** Starts reading, also again after a close; what an earlier time left is stale until the first answer. */
    public void open() {
        openedNanos = clock.nanos();
        answered = false;
        closed = false;
        if (stopped) {
            stopped = false;
            failure.set(null);
        }
        feed = new SnapshotFeed<>(reader, subscriptions, this);
        feed.open();
        tick();
    }

    /** Hears these topics from now on, and no others. */
    public void watch(Set<Topic> shown) {
        feed.watch(shown);
    }

    /** Reads as soon as possible; begins again after {@link #stop}, not after {@link #close}. */
    public void readNow() {
        if (closed) {
            return;
        }
        if (stopped) {
            open();
        }
        feed.readNow();
    }

    /** Gives up waiting for a read, until somebody asks for one again. */
    public void stop() {
        feed.close();
        stopped = true;
        answered = true;
        failure.set(new Stopped());
    }

    /** True after {@link #stop}. */
    public boolean isStopped() {
        return stopped;
    }

    /** Nothing went wrong: somebody did not want to wait any longer. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("The read was stopped before the servers answered.", null, false, false);
        }
    }

    /** True in the first second after opening while no answer is here yet: too early to speak of a lost connection. */
    public boolean isSettling() {
        return !answered && clock.nanos() - openedNanos < SETTLING.toNanos();
    }

    @Override
    public void read(S read) {
        if (unseen.getAndSet(read) == null) {
            fx.execute(() -> accept(unseen.getAndSet(null)));
        }
    }

    private void accept(S read) {
        if (closed || stopped) {
            return;
        }
        answered = true;
        asOf = serverTime.apply(read);
        readNanos = clock.nanos();
        clock.told(asOf);
        snapshot.set(read);
        failure.set(null);
        faults.clear();
        tick();
    }

    @Override
    public void failed(RuntimeException cause) {
        faults.report("A read for the screen failed", cause);
        fx.execute(() -> {
            if (closed || stopped) {
                return;
            }
            answered = true;
            failure.set(cause);
            tick();
        });
    }

    /** Measures the age again; called once a second by the window. */
    public void tick() {
        Duration old = Duration.ofNanos(clock.nanos() - readNanos);
        age.set(old);
        boolean unread = snapshot.get() != null && (!answered || new Freshness(old).isStale());
        stale.set(unread || failure.get() instanceof Unavailable);
    }

    /** The newest snapshot; null before the first. */
    public ReadOnlyObjectProperty<S> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Time since the newest successful read. */
    public ReadOnlyObjectProperty<Duration> ageProperty() {
        return age.getReadOnlyProperty();
    }

    /** Why the last read failed; null when it did not. */
    public ReadOnlyObjectProperty<RuntimeException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The server's time of the newest snapshot; null before the first. */
    public Instant asOf() {
        return asOf;
    }

    /** Time until the next read by itself. */
    public Duration untilNextRead() {
        return feed == null ? Duration.ZERO : feed.untilNextRead();
    }

    /** Ends the reading; an answer that is still on its way to the FX thread is not shown. */
    @Override
    public void close() {
        closed = true;
        if (feed != null) {
            feed.close();
        }
    }
}
