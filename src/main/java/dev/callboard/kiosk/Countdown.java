package dev.callboard.kiosk;

import java.time.Duration;

import dev.callboard.parts.ShopClock;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** The time for which a page stays by itself; somebody may ask for more. For the FX thread only. */
final class Countdown {
    private final ShopClock clock;
    private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper();
    private long endNanos;
    private long fullNanos = 1;

    Countdown(ShopClock clock) {
        this.clock = clock;
    }

    /** Begins anew. */
    void start(Duration length) {
        fullNanos = length.toNanos();
        endNanos = clock.nanos() + fullNanos;
        tick();
    }

    /** So much longer than it would have been, and no less than that from now. */
    void extend(Duration more) {
        endNanos = Math.max(endNanos, clock.nanos()) + more.toNanos();
        fullNanos = Math.max(fullNanos, endNanos - clock.nanos());
        tick();
    }

    /** Counts on. @return true while time is left */
    boolean tick() {
        long left = endNanos - clock.nanos();
        secondsLeft.set(Math.max(0, Math.ceilDiv(left, 1_000_000_000L)));
        return left > 0;
    }

    /** The part that is left, from 1 to 0. */
    double share() {
        return Math.clamp((endNanos - clock.nanos()) / (double) fullNanos, 0, 1);
    }

    /** Whole seconds until the end, never negative. */
    ReadOnlyLongProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }
}
