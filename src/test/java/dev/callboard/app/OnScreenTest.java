package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import javafx.geometry.Rectangle2D;

/** Where a window goes that nobody else places. */
class OnScreenTest {

    @Test
    void aWindowIsNeverLargerThanItsScreen() {
        Rectangle2D small = new Rectangle2D(0, 24, 1024, 744);
        assertThat(OnScreen.within(small, 1440, 900)).contains(small);
        assertThat(OnScreen.within(new Rectangle2D(0, 0, 1600, 800), 1440, 900))
                .contains(new Rectangle2D(80, 0, 1440, 800));
        assertThat(OnScreen.within(new Rectangle2D(0, 0, 1440, 900), 1440, 900)).isEmpty();
    }
}
