package dev.callboard.jobs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.redisson.client.RedisException;
import org.redisson.client.codec.StringCodec;

import dev.callboard.redis.RedisConnection;

/**
 * Waits for the queue's marker, on a connection of its own whose name lists the worker in Redis.
 *
 * <p>The wait in Redis counts whole seconds; a shorter one ends here while that one goes on and is taken up again.
 */
final class Marker implements AutoCloseable {
    private final JobQueue queue;
    private final RedisConnection waiting;
    private final long seconds;
    private CompletableFuture<Object> wait;
    private boolean isTaken;
    private boolean passingOn;
    private boolean closed;

    Marker(JobQueue queue, String workerName, Duration longest) {
        this.queue = queue;
        this.waiting = queue.scripts().redis().named(queue.keys().workerConnection(workerName));
        this.seconds = Math.clamp(longest.toSeconds(), 1, 5);
    }

    /** Connects, so that the worker is listed even before it has to wait. */
    void open() {
        waiting.client();
    }

    /** Returns when there may be work, or after the given time. */
    void await(long millis) throws InterruptedException {
        try {
            isTaken = pending().get(Math.max(1, millis), TimeUnit.MILLISECONDS) != null;
            forget();
        } catch (TimeoutException goesOn) {
            return;
        } catch (ExecutionException failure) {
            forget();
            throw failure.getCause() instanceof RuntimeException cause
                    ? waiting.unavailable(cause)
                    : new IllegalStateException(failure.getCause());
        } catch (RedisException failure) {
            forget();
            throw waiting.unavailable(failure);
        }
    }

    private synchronized CompletableFuture<Object> pending() {
        passingOn = false;
        if (wait == null) {
            if (closed) {
                return CompletableFuture.completedFuture(null);
            }
            wait = waiting.client().getScoredSortedSet(queue.keys().of("marker"), StringCodec.INSTANCE)
                    .pollFirstAsync(seconds, TimeUnit.SECONDS).toCompletableFuture();
        }
        return wait;
    }

    private synchronized void forget() {
        wait = null;
    }

    /** All hands are full: a marker that was taken, or is taken by the wait that still goes on, goes to others. */
    void passOn() {
        if (isTaken) {
            isTaken = false;
            queue.scripts().runForLong("wake", queue.keys().meta());
        }
        synchronized (this) {
            if (wait != null && !passingOn) {
                passingOn = true;
                wait.thenAcceptAsync(this::passOn);
            }
        }
    }

    private void passOn(Object marker) {
        synchronized (this) {
            if (!passingOn || closed) {
                return;
            }
            passingOn = false;
            wait = null;
        }
        if (marker != null) {
            queue.scripts().runForLong("wake", queue.keys().meta());
        }
    }

    /** Ends the wait at once. A marker that it takes from now on is lost, which costs others one poll at most. */
    synchronized void stop() {
        closed = true;
        if (wait != null) {
            wait.complete(null);
        }
    }

    @Override
    public void close() {
        stop();
        waiting.close();
    }
}
