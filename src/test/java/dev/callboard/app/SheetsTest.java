package dev.callboard.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callboard.console.Fx;
import dev.callboard.parts.ClippedTexts;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import javafx.scene.Scene;

/** The sheets of parts and states, drawn whole. */
class SheetsTest {

    @ParameterizedTest
    @EnumSource(Theme.class)
    void showEveryWord(Theme theme) {
        assertThat(Fx.on(() -> clipped(SheetShots.scene(theme, 900, new StatesSheet(new Texts(Locale.UK)).node()))))
                .isEmpty();
        assertThat(Fx.on(() -> clipped(SheetShots.scene(theme, 1100, new ComponentsSheet(theme).node())))).isEmpty();
    }

    @Test
    void areWrittenForBothThemes() {
        assertThat(Fx.THREAD).isNotNull();
        List<Path> written = new SheetShots(Path.of("target", "screens"), List.of(Theme.values())).write();
        assertThat(written).hasSize(4).allSatisfy(file -> assertThat(Files.size(file)).isPositive());
    }

    private static List<String> clipped(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return ClippedTexts.in(scene.getRoot());
    }
}
