package dev.callboard.faults;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what clients ask, and cuts every connection at one request: before the server gets it, or after it has got it
 * and before the client hears the answer.
 */
final class CuttingProxy extends TcpProxy {

    /** On which side of a request the cut is made. */
    enum Cut {
        BEFORE_IT_ARRIVES, BEFORE_ITS_ANSWER
    }

    private final AtomicInteger requests = new AtomicInteger();
    private volatile int cutAt = Integer.MAX_VALUE;
    private volatile Cut cut = Cut.BEFORE_IT_ARRIVES;
    private volatile boolean down;
    private volatile CountDownLatch workedOff = new CountDownLatch(1);

    CuttingProxy(int serverPort) {
        super(serverPort);
        open();
    }

    /** From now on counts requests and cuts at the n-th; afterwards nothing gets through until {@link #heal}. */
    void cutAt(int request, Cut side) {
        workedOff = new CountDownLatch(1);
        requests.set(0);
        cut = side;
        cutAt = request;
    }

    /** How much was asked since the last {@link #cutAt}. */
    int requests() {
        return requests.get();
    }

    /** True from the cut on until {@link #heal}. */
    boolean isDown() {
        return down;
    }

    /** @return true where the cut was made */
    boolean heal() {
        boolean wasCut = down;
        cutAt = Integer.MAX_VALUE;
        down = false;
        return wasCut;
    }

    @Override
    boolean isReachable() {
        return !down;
    }

    @Override
    boolean pass(boolean asks, Piece piece) throws IOException {
        if (!asks && down) {
            workedOff.countDown();
            return false;
        }
        boolean last = asks && requests.incrementAndGet() == cutAt;
        // the answer is lost, whatever it will be: nothing flows back any more
        down |= last;
        if (last && cut == Cut.BEFORE_IT_ARRIVES) {
            cutAll();
            return false;
        }
        piece.send();
        if (last) {
            Set<Socket> open = connections();
            awaitAnswer();
            open.forEach(this::close);
        }
        return !last;
    }

    /** The server has worked the request off when it answers; some requests have no answer. */
    private void awaitAnswer() {
        try {
            workedOff.await(300, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        super.close();
        down = true;
    }
}
