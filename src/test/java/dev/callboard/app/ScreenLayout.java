package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.parts.LayoutFaults;
import dev.callboard.parts.LostColumns;
import dev.callboard.parts.SilentControls;
import javafx.scene.Parent;

/**
 * One screen of the console at the moment of the pictures: in English, German and both made-up languages, in both
 * themes and at three sizes no word is cut, nothing overlaps or lies outside its place, and every control has a name
 * for those who do not see it.
 */
abstract class ScreenLayout {
    private static final List<double[]> SIZES = List.of(new double[]{1440, 900}, new double[]{1920, 1080},
            new double[]{1180, 720});

    /** Brings the screen into the state of its picture. */
    abstract void arrange(RenderedConsole console);

    /** The name of its picture. */
    abstract String picture();

    /** The console that shows it: the Desk of the pictures, unless its state is another one's. */
    RenderedConsole console(Locale language) {
        return new RenderedConsole(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "en-XA", "ar-XB"})
    void everythingHasItsPlaceAndItsName(String language) {
        try (RenderedConsole console = console(Locale.forLanguageTag(language))) {
            arrange(console);
            assertThat(console.everywhere(picture(), SIZES, this::faults)).isEmpty();
        }
    }

    /** What is wrong with the screen as it is laid out now. */
    List<String> faults(Parent root) {
        List<String> found = new ArrayList<>(LayoutFaults.in(root));
        found.addAll(SilentControls.in(root));
        found.addAll(LostColumns.in(root));
        return found;
    }
}
