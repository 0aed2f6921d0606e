package dev.callboard.console.desk;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import dev.callboard.parts.Faults;
import dev.callboard.refusals.Refusal;
import dev.callboard.tickets.CounterLease;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.LeaseToken;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Holds this console's counter: takes it, gives a sign of life in time, notices when somebody else took it, gives it
 * back at the end.
 */
public final class CounterLeaseKeeper implements AutoCloseable {
    private final Counters counters;
    private final String counter;
    private final Executor fx;
    private final Faults faults;
    private final ScheduledExecutorService heart = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("counter-lease").factory());
    private final ReadOnlyObjectWrapper<CounterLease> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> lost = new ReadOnlyObjectWrapper<>();
    private volatile CounterLease held;

    /** @param counter its name, as visitors read it */
    public CounterLeaseKeeper(Counters counters, String counter, Executor fx, Faults faults) {
        this.counters = counters;
        this.counter = counter;
        this.fx = fx;
        this.faults = faults;
    }

    /** Takes the counter if it is free, and goes on renewing it. */
    public void open(Duration leaseLength) {
        long period = Math.max(1, leaseLength.toMillis() / 4);
        heart.execute(() -> attempt(() -> counters.lease(counter)));
        heart.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /** Takes the counter from whoever has it. */
    public void takeOver() {
        heart.execute(() -> attempt(() -> counters.takeOver(counter)));
    }

    /** Asks at once whether the counter is still ours. */
    void beatNow() {
        heart.execute(this::beat);
    }

    private void beat() {
        if (held != null) {
            attempt(() -> counters.renew(held));
        }
    }

    private void attempt(Supplier<CounterLease> step) {
        try {
            CounterLease now = step.get();
            held = now;
            fx.execute(() -> {
                shown.set(now);
                lost.set(null);
            });
        } catch (Refusal taken) {
            held = null;
            fx.execute(() -> {
                shown.set(null);
                lost.set(taken.getMessage());
            });
        } catch (RuntimeException failure) {
            faults.report("The counter's lease could not be renewed", failure);
        }
    }

    /** What an act at the counter carries; that of nobody while the counter is not ours. */
    public LeaseToken token() {
        CounterLease now = held;
        return now == null ? LeaseToken.none() : now.token();
    }

    /** The lease, or null while the counter is not ours. For the FX thread. */
    public ReadOnlyObjectProperty<CounterLease> leaseProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why the counter is not ours; null while it is, or before the first answer. For the FX thread. */
    public ReadOnlyObjectProperty<String> lostProperty() {
        return lost.getReadOnlyProperty();
    }

    /** Gives the counter back, waiting a moment for the answer; a lease that cannot be given back ends by itself. */
    @Override
    public void close() {
        heart.execute(() -> {
            CounterLease mine = held;
            held = null;
            if (mine != null) {
                giveBack(mine);
            }
        });
        heart.shutdown();
        try {
            if (!heart.awaitTermination(2, TimeUnit.SECONDS)) {
                heart.shutdownNow();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void giveBack(CounterLease mine) {
        try {
            counters.release(mine);
        } catch (RuntimeException failure) {
            faults.report("The counter could not be given back; its lease ends by itself", failure);
        }
    }
}
