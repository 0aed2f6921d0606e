package dev.callboard.app;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Something long-lived that is built when first asked for, once. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> build;
    private T value;

    Lazy(Supplier<T> build) {
        this.build = build;
    }

    @Override
    public synchronized T get() {
        if (value == null) {
            value = build.get();
        }
        return value;
    }

    /** Hands the thing over if it was ever built. */
    synchronized void ifBuilt(Consumer<T> use) {
        if (value != null) {
            use.accept(value);
        }
    }
}
