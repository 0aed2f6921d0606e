package dev.callboard.console;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.callboard.parts.Fonts;
import dev.callboard.parts.FxThread;
import javafx.application.Platform;

/** The toolkit of the tests, without a display; started once. */
public final class Fx {
    public static final FxThread THREAD = started();

    private Fx() {}

    private static FxThread started() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
            running.await();
        } catch (IllegalStateException already) {
            running.countDown();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        Platform.setImplicitExit(false);
        Fonts.load();
        return new FxThread();
    }

    /** Runs the work on the FX thread and waits for its answer. */
    public static <T> T on(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        THREAD.execute(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception | AssertionError failure) {
                answer.completeExceptionally(failure);
            }
        });
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }
}
