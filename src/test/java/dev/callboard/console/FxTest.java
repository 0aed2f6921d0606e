package dev.callboard.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Which uncaught failures the robot holds against a test. */
class FxTest {
    @Test
    void aFailureOfOurOwnThreadIsHeldAgainstTheTest() throws InterruptedException {
        assertThat(Fx.THREAD).isNotNull();
        Thread ours = Thread.ofPlatform().start(() -> {
            throw new IllegalStateException("ours");
        });
        ours.join();
        assertThatThrownBy(WaitForAsyncUtils::checkException).hasMessageContaining("ours");
    }

    @Test
    void aFailureOfALibrarysThreadIsNot() throws Throwable {
        assertThat(Fx.THREAD).isNotNull();
        Thread library = Thread.ofPlatform().start(() -> {
            throw withoutOurFrames();
        });
        library.join();
        WaitForAsyncUtils.checkException();
    }

    private static IllegalStateException withoutOurFrames() {
        IllegalStateException failure = new IllegalStateException("a client went away");
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
