package dev.callboard.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import javafx.scene.Scene;
import javafx.scene.layout.Region;

/** Pictures of the parts beside each other, without any server. */
final class SheetShots {
    private final Path out;
    private final List<Theme> themes;
    private final WindowHand hand = new WindowHand(null);
    private final Texts texts = new Texts(Locale.UK);

    SheetShots(Path out, List<Theme> themes) {
        this.out = out;
        this.themes = themes;
    }

    List<Path> write() {
        List<Path> files = new ArrayList<>();
        for (Theme theme : themes) {
            files.add(shoot("states", theme, 900, new StatesSheet(texts)::node));
            files.add(shoot("components", theme, 1100, new ComponentsSheet(theme)::node));
        }
        return files;
    }

    private Path shoot(String name, Theme theme, double height, Supplier<Region> sheet) {
        Scene scene = hand.on(() -> scene(theme, height, sheet.get()));
        return new WindowHand(scene).picture(out, name + "-" + theme.name().toLowerCase(Locale.ROOT));
    }

    /** A sheet of its own, 1440 wide. */
    static Scene scene(Theme theme, double height, Region sheet) {
        Scene scene = new Scene(sheet, 1440, height);
        theme.apply(scene, "sheets");
        return scene;
    }
}
