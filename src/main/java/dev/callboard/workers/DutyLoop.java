package dev.callboard.workers;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.refusals.Unavailable;

/** Runs one duty on a thread of its own until it is closed. A failure is told, and the next round comes. */
final class DutyLoop implements AutoCloseable {
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(DutyLoop.class);

    private final Duty duty;
    private final DutyFaults faults;
    private final Thread thread;
    private volatile boolean closed;

    DutyLoop(Duty duty, DutyFaults faults) {
        this.duty = duty;
        this.faults = faults;
        this.thread = Thread.ofVirtual().name("duty-" + duty.name()).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closed) {
            try {
                if (!duty.runOnce()) {
                    pause(duty.every());
                }
            } catch (RuntimeException failure) {
                if (!closed) {
                    told(failure);
                    pause(AFTER_FAILURE);
                }
            }
        }
    }

    private void told(RuntimeException failure) {
        if (failure instanceof Unavailable) {
            LOG.warn("{}: {}", duty.name(), failure.getMessage());
        } else {
            LOG.error("{} failed", duty.name(), failure);
        }
        faults.failed(duty.name(), failure);
    }

    private void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
