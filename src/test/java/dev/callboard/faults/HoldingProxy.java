package dev.callboard.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds one request back until it is let go: whatever somebody else does meanwhile happens exactly in between. */
final class HoldingProxy extends TcpProxy {
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int holdAt = Integer.MAX_VALUE;
    private volatile CountDownLatch held = new CountDownLatch(1);
    private volatile CountDownLatch letGo = new CountDownLatch(1);

    HoldingProxy(int serverPort) {
        super(serverPort);
        open();
    }

    /** From now on counts requests and holds the n-th. */
    void holdAt(int request) {
        held = new CountDownLatch(1);
        letGo = new CountDownLatch(1);
        requests.set(0);
        holdAt = request;
    }

    /** @return true where the request is being held; false where whoever asks has come to an end without it */
    boolean awaitHeld(Thread asking) throws InterruptedException {
        while (!held.await(2, TimeUnit.MILLISECONDS)) {
            if (asking.join(Duration.ofMillis(1))) {
                return held.getCount() == 0;
            }
        }
        return true;
    }

    void letGo() {
        holdAt = Integer.MAX_VALUE;
        letGo.countDown();
    }

    @Override
    boolean isReachable() {
        return true;
    }

    @Override
    boolean pass(boolean asks, Piece piece) throws IOException {
        if (asks && requests.incrementAndGet() == holdAt) {
            held.countDown();
            try {
                letGo.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
        piece.send();
        return true;
    }
}
