package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.console.Fx;
import dev.callboard.parts.LayoutFaults;
import dev.callboard.parts.PseudoLanguages;
import dev.callboard.parts.SilentControls;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import dev.callboard.settings.Profiles;
import javafx.scene.Scene;

/** The windows that come before the console, whole in every language. */
class ConnectLayoutTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "de-DE", "es", "pl", "en-XA", "ar-XB"})
    void everythingHasItsPlaceAndItsName(String language) {
        assertThat(Fx.THREAD).isNotNull();
        PseudoLanguages.prepare();
        ConnectShots shots = new ConnectShots(data, List.of(Theme.values()),
                new Texts(Locale.forLanguageTag(language)));
        Profiles profiles = ConnectShots.madeUp(data);
        List<String> found = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            found.addAll(faults("connect " + language + " " + theme, shots.connectScene(profiles, theme)));
        }
        found.addAll(faults("first run " + language, shots.firstRunScene()));
        assertThat(found).isEmpty();
    }

    private static List<String> faults(String where, Scene scene) {
        return Fx.on(() -> {
            for (int pass = 0; pass < 3; pass++) {
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }
            Pictures.write(scene.snapshot(null), Path.of("target/screens/layout", where.replace(' ', '-') + ".png"));
            List<String> found = new ArrayList<>(LayoutFaults.in(scene.getRoot()));
            found.addAll(SilentControls.in(scene.getRoot()));
            return found.stream().map(fault -> where + ": " + fault).toList();
        });
    }
}
