package dev.callboard.console;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testfx.util.WaitForAsyncUtils;

import dev.callboard.parts.Fonts;
import dev.callboard.parts.FxThread;
import javafx.application.Platform;

/** The toolkit of the tests, without a display; started once. */
public final class Fx {
    private static final Logger LOG = LoggerFactory.getLogger(Fx.class);
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
        blameOnlyOurOwn();
        return new FxThread();
    }

    /**
     * The robot fails the next test for whatever any thread did not catch. That shall be so for the FX thread and for
     * threads that our code runs on, not for a mail server of an earlier test whose client was killed.
     */
    private static void blameOnlyOurOwn() {
        WaitForAsyncUtils.clearExceptions();
        Thread.UncaughtExceptionHandler robot = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (Platform.isFxApplicationThread() || isOurs(failure)) {
                robot.uncaughtException(thread, failure);
            } else {
                LOG.warn("A library's thread {} ended: {}", thread.getName(), failure.toString());
            }
        });
    }

    static boolean isOurs(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> Stream.of(cause.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().startsWith("dev.callboard."));
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
        return answer.orTimeout(30, TimeUnit.SECONDS).join();
    }
}
