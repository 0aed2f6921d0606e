package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.parts.LayoutFaults;
import dev.callboard.parts.LostColumns;
import dev.callboard.parts.SilentControls;
import javafx.scene.Parent;

/** The console drawn larger, for those who read it so: at 115 per cent every screen still holds a usual window. */
class LargerTextTest {
    private static final List<double[]> USUAL = List.of(new double[]{1440, 900});

    @ParameterizedTest
    @ValueSource(strings = {"desk", "floor", "triage", "orders", "stock", "activity", "settings"})
    void everyScreenHoldsAUsualWindow(String place) {
        try (RenderedConsole console = new RenderedConsole(Locale.UK)) {
            console.enlarge(115);
            console.front(place);
            assertThat(console.everywhere(place + "-larger", USUAL, LargerTextTest::faults)).isEmpty();
        }
    }

    @Test
    void lettersAreLargerAndNarrowWindowsCountAsNarrow() {
        try (RenderedConsole console = new RenderedConsole(Locale.UK)) {
            console.hand().awaitText("A-042");
            double before = console.widthOf("ticket");
            console.enlarge(130);
            assertThat(console.everywhere("desk-largest", USUAL, root -> root.lookup(".narrow") == null
                    ? List.of("not narrow") : List.of())).isEmpty();
            assertThat(console.widthOf("ticket")).as("in pixels of the screen, a narrow block of 400 for one of 472")
                    .isGreaterThan(before);
        }
    }

    private static List<String> faults(Parent root) {
        List<String> found = new ArrayList<>(LayoutFaults.in(root));
        found.addAll(SilentControls.in(root));
        found.addAll(LostColumns.in(root));
        return found;
    }
}
