package dev.callboard.stock;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.callboard.redis.RedisConnection;

/**
 * Holds at a gate that is known to be sound: looked at before the first use, after each lost connection (Redis may have
 * been started again and forgotten what it had not yet written), and whenever the gate says it is closed.
 */
public final class GateWatch {
    private static final int NEVER = -1;

    private final Gate gate;
    private final GateRebuild rebuild;
    private final AtomicInteger doubts = new AtomicInteger();
    /** How many doubts there had been when a look began that found the gate sound: one more, and it counts no longer. */
    private int soundAt = NEVER;

    public GateWatch(RedisConnection redis, Gate gate, GateRebuild rebuild) {
        this.gate = gate;
        this.rebuild = rebuild;
        // at the loss, for the next hold may go over a new connection before this one is back; and at the return, for a
        // look taken in between may have been answered by the server that was going down
        redis.onDisconnect(this::doubt);
        redis.onReconnect(this::doubt);
    }

    private void doubt() {
        doubts.incrementAndGet();
    }

    /** @return true where the gate is open and may be trusted; rebuilds it first where it is not */
    public synchronized boolean ensureOpen() {
        int seen = doubts.get();
        if (soundAt == seen) {
            return true;
        }
        boolean open = rebuild.ensureOpen();
        soundAt = open ? seen : NEVER;
        return open;
    }

    /** Takes a cart; {@link GateAnswer.Closed} only where even a rebuild did not open the gate. */
    public GateAnswer hold(UUID id, List<StockLine> lines) {
        return untilOpen(() -> gate.hold(id, lines));
    }

    private GateAnswer untilOpen(Supplier<GateAnswer> question) {
        GateAnswer answer = ensureOpen() ? question.get() : new GateAnswer.Closed();
        if (answer instanceof GateAnswer.Closed) {
            doubt();
            answer = ensureOpen() ? question.get() : answer;
        }
        return answer;
    }

    /** Periodic look: rebuilds where Redis was flushed or started again behind our back. */
    public boolean check() {
        doubt();
        return ensureOpen();
    }
}
