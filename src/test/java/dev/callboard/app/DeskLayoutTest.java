package dev.callboard.app;

import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Nested;

import dev.callboard.sample.FixtureDay;

/** The Desk, whole in every language and size, whatever goes on at its counter. */
class DeskLayoutTest {
    private static final String FREE_COUNTER = "Counter 7";
    private static final Duration CUT_OFF = Duration.ofSeconds(23);

    @Nested
    class WithAVisitor extends ScreenLayout {
        @Override
        String picture() {
            return "desk";
        }

        @Override
        void arrange(RenderedConsole console) {
            console.hand().awaitText("A-042");
            console.hand().awaitText("0:19");
        }
    }

    @Nested
    class WithNobody extends ScreenLayout {
        @Override
        RenderedConsole console(Locale language) {
            return new RenderedConsole(language, FREE_COUNTER, Duration.ZERO);
        }

        @Override
        String picture() {
            return "desk-idle";
        }

        @Override
        void arrange(RenderedConsole console) {
            console.hand().awaitText("C-019");
        }
    }

    @Nested
    class CutOff extends ScreenLayout {
        @Override
        RenderedConsole console(Locale language) {
            return new RenderedConsole(language, FixtureDay.COUNTER, CUT_OFF);
        }

        @Override
        String picture() {
            return "desk-stale";
        }

        @Override
        void arrange(RenderedConsole console) {
            console.hand().awaitText("A-042");
        }
    }
}
