package dev.callboard.live;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps a screen true: reads a snapshot at once, on each signal, and every few seconds whatever happens.
 *
 * <p>One read at a time; any number of signals during a read cost one more read after it. The reader runs on a thread
 * of its own and may block.
 *
 * @param <S> the immutable snapshot
 */
public final class SnapshotFeed<S> implements AutoCloseable {
    /** The period in which a lost signal heals. */
    public static final Duration PERIOD = Duration.ofSeconds(5);

    private final Supplier<S> reader;
    private final Subscriptions subscriptions;
    private final FeedListener<S> listener;
    private final Duration period;
    private Subscriptions.Subscription subscription = () -> {};
    private Set<Topic> topics = Set.of();
    private boolean wanted;
    private boolean closed;
    private volatile long nextReadNanos = System.nanoTime();

    public SnapshotFeed(Supplier<S> reader, Subscriptions subscriptions, FeedListener<S> listener) {
        this(reader, subscriptions, listener, PERIOD);
    }

    /** With a period of its own. */
    public SnapshotFeed(Supplier<S> reader, Subscriptions subscriptions, FeedListener<S> listener, Duration period) {
        this.reader = reader;
        this.subscriptions = subscriptions;
        this.listener = listener;
        this.period = period;
    }

    /** Starts reading; called once. */
    public synchronized void open() {
        Thread.ofVirtual().name("feed").start(this::run);
    }

    /** Hears these topics from now on, and no others: what is on screen. */
    public synchronized void watch(Set<Topic> shown) {
        if (!closed && !shown.equals(topics)) {
            subscription.close();
            topics = Set.copyOf(shown);
            subscription = subscriptions.subscribe(topics, this::readNow);
        }
    }

    /** Reads as soon as possible. */
    public synchronized void readNow() {
        wanted = true;
        notifyAll();
    }

    /** Time until the next periodic read, never negative. */
    public Duration untilNextRead() {
        return Duration.ofNanos(Math.max(0, nextReadNanos - System.nanoTime()));
    }

    private void run() {
        do {
            try {
                S snapshot = reader.get();
                if (!isClosed()) {
                    listener.read(snapshot);
                }
            } catch (RuntimeException failure) {
                if (!isClosed()) {
                    listener.failed(failure);
                }
            }
        } while (awaitNext());
    }

    private synchronized boolean awaitNext() {
        long end = System.nanoTime() + period.toNanos();
        nextReadNanos = end;
        try {
            for (long left = period.toNanos(); !wanted && !closed && left > 0; left = end - System.nanoTime()) {
                wait(left / 1_000_000 + 1);
            }
        } catch (InterruptedException stop) {
            return false;
        }
        wanted = false;
        return !closed;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Ends after the read that is under way, whose answer nobody gets. Never interrupts it: that would cut its connection. */
    @Override
    public synchronized void close() {
        closed = true;
        subscription.close();
        notifyAll();
    }
}
