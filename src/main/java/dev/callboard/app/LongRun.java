package dev.callboard.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.slf4j.LoggerFactory;

/**
 * The life of a process that works until it is told to stop: the signal lets its command come to its end, print its
 * answer and say its exit code, as if it had ended by itself.
 */
final class LongRun {
    private static final int LONGEST_END_SECONDS = 60;

    private final CountDownLatch told = new CountDownLatch(1);
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile boolean working;

    /** Waits, in the middle of a command, until the process is told to stop. */
    void untilTold() throws InterruptedException {
        working = true;
        told.await();
    }

    /** For a command that asks between its steps: false from the moment that the process is told to stop. */
    boolean goesOn() {
        working = true;
        return told.getCount() > 0;
    }

    /** The command has answered. */
    int ended(int exitCode) {
        ended.complete(exitCode);
        return exitCode;
    }

    /**
     * Tells a command that works until told to stop, and waits for its end; to be called as the process shuts down, whose
     * exit code would else be the signal's. Comes back where no command works so, or it did not end in time.
     *
     * @return true where a command is cut off that does not ask whether to go on
     */
    boolean stop() {
        told.countDown();
        if (!working) {
            return !ended.isDone();
        }
        try {
            Runtime.getRuntime().halt(ended.get(LONGEST_END_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException stuck) {
            LoggerFactory.getLogger(LongRun.class).warn("The command did not end in {} s.", LONGEST_END_SECONDS);
        }
        return false;
    }
}
