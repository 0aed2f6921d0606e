package dev.callboard.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The time that ages and timers are measured against: the server's, as it came with the last snapshot, carried on by
 * this machine's steady counter. This machine's own wall clock is never asked. For the FX thread only.
 */
public final class ShopClock {
    private final LongSupplier nanos;
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private Instant told = Instant.EPOCH;
    private long toldNanos;

    /** A clock that runs on. */
    public static ShopClock running() {
        return new ShopClock(System::nanoTime);
    }

    /** A clock that stands where a fixture's clock stands. */
    public static ShopClock held(Supplier<Instant> clock) {
        return new ShopClock(() -> Duration.between(Instant.EPOCH, clock.get()).toNanos());
    }

    ShopClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The server said that it is this time now. */
    public void told(Instant serverNow) {
        told = serverNow;
        toldNanos = nanos.getAsLong();
        tick();
    }

    /** Moves the hands; called once a second by the window. */
    public void tick() {
        now.set(told.plusNanos(nanos.getAsLong() - toldNanos));
    }

    /** Monotonic nanoseconds of the counter behind this clock. */
    public long nanos() {
        return nanos.getAsLong();
    }

    /** From then until now, never negative. */
    public Duration since(Instant then) {
        Duration span = Duration.between(then, now.get());
        return span.isNegative() ? Duration.ZERO : span;
    }

    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }
}
