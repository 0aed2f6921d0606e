package dev.callboard.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A wire to a server that can be slow, silent or cut off for a while; afterwards it is as good as new by itself. */
final class TroubledWire extends TcpProxy {
    private volatile long slowUntil = System.nanoTime();
    private volatile long silentUntil = System.nanoTime();
    private volatile long downUntil = System.nanoTime();
    private volatile Duration delay = Duration.ZERO;

    TroubledWire(int serverPort) {
        super(serverPort);
        open();
    }

    /** Every piece, either way, comes so much later. */
    void slow(Duration each, Duration lasting) {
        delay = each;
        slowUntil = System.nanoTime() + lasting.toNanos();
    }

    /** Connections stand and nothing comes through; then all of it comes. */
    void silent(Duration lasting) {
        silentUntil = System.nanoTime() + lasting.toNanos();
    }

    /** Every connection breaks, and for the given time nobody gets another. */
    void down(Duration lasting) {
        downUntil = System.nanoTime() + lasting.toNanos();
        cutAll();
    }

    void heal() {
        long now = System.nanoTime();
        slowUntil = now;
        silentUntil = now;
        downUntil = now;
    }

    @Override
    boolean isReachable() {
        return isOver(downUntil);
    }

    @Override
    boolean pass(boolean asks, Piece piece) throws IOException {
        if (!isOver(slowUntil)) {
            LockSupport.parkNanos(delay.toNanos());
        }
        while (!isOver(silentUntil)) {
            LockSupport.parkNanos(20_000_000);
        }
        piece.send();
        return true;
    }

    private static boolean isOver(long until) {
        return System.nanoTime() - until >= 0;
    }
}
