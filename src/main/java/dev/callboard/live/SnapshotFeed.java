package dev.callboard.live;

import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a screen true: reads a snapshot at once, on each signal, and every few seconds whatever happens.
 *
 * <p>One read at a time; any number of signals during a read cost one more read after it. After a read there is a rest
 * as long as the read was, a tenth of a second at least: a storm of signals neither busies the servers nor the screen
 * for more than half of the time. The reader runs on a thread of its own and may block.
 *
 * @param <S> the immutable snapshot
 */
public final class SnapshotFeed<S> implements AutoCloseable {
    /** The period in which a lost signal heals. */
    public static final Duration PERIOD = Duration.ofSeconds(5);

    /** Too short for anybody to see. */
    private static final Duration LEAST_REST = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(SnapshotFeed.class);

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
        long before;
        do {
            before = System.nanoTime();
            try {
                S snapshot = reader.get();
                if (!isClosed()) {
                    listener.read(snapshot);
                }
            } catch (Throwable failure) {
                tell(failure);
            }
        } while (awaitNext(System.nanoTime() - before));
    }

    /** Whatever it was, an error of the machine included: a screen must not stay as it is for ever because of it. */
    private void tell(Throwable failure) {
        if (isClosed()) {
            return;
        }
        try {
            listener.failed(failure instanceof RuntimeException usual ? usual
                    : new IllegalStateException(failure.toString(), failure));
        } catch (Throwable untold) {
            LOG.error("A failed read could not be told: {}", failure.toString(), untold);
        }
    }

    /** @param took how long the read took, in nanoseconds */
    private synchronized boolean awaitNext(long took) {
        long now = System.nanoTime();
        long end = now + period.toNanos();
        long rested = now + Math.max(LEAST_REST.toNanos(), took);
        nextReadNanos = end;
        try {
            while (!closed && (wanted ? rested : end) - System.nanoTime() > 0) {
                wait(((wanted ? rested : end) - System.nanoTime()) / 1_000_000 + 1);
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
