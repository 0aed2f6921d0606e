package dev.callboard;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import dev.callboard.outbox.Delivery;

/** Delivers what is due, over and over, until it is closed. */
final class TestRelay implements AutoCloseable {
    private static final long PAUSE_NANOS = 5_000_000;

    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread thread;

    TestRelay(Delivery delivery) {
        this.thread = Thread.ofVirtual().start(() -> {
            while (!ended.get()) {
                if (delivery.deliverDue() == 0) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        });
    }

    @Override
    public void close() throws InterruptedException {
        ended.set(true);
        thread.join();
    }
}
