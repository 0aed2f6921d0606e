package dev.callboard.console;

import java.util.List;

import dev.callboard.parts.KeyHint;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys of the screen in front, on F1. */
final class HelpSheet {
    private final Overlay overlay;
    private final Texts texts;

    HelpSheet(Overlay overlay, Texts texts) {
        this.overlay = overlay;
        this.texts = texts;
    }

    void open(List<Keymap> keymaps) {
        GridPane grid = new GridPane(24, 8);
        grid.getColumnConstraints().addAll(new ColumnConstraints(140), new ColumnConstraints(280));
        int row = 0;
        for (Keymap keymap : keymaps) {
            for (Keymap.Binding binding : keymap.bindings()) {
                HBox keys = new HBox(4);
                for (String key : binding.keys().split("\\+")) {
                    keys.getChildren().add(new KeyHint(texts.named("key", key)));
                }
                Label words = Labels.of(binding.words(), "dense");
                grid.addRow(row++, keys, words);
            }
        }
        Label title = Labels.of(texts.of("help.title"), "heading");
        HBox top = new HBox(title);
        top.getStyleClass().add("top");
        VBox middle = new VBox(grid);
        middle.getStyleClass().add("middle");
        VBox dialog = new VBox(top, middle);
        dialog.getStyleClass().add("dialog");
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Keymap close = new Keymap().bindEverywhere("Esc", texts.of("key.close"), overlay::close)
                .bindEverywhere("F1", texts.of("key.close"), overlay::close);
        overlay.openDialog(dialog, close, () -> {});
    }
}
