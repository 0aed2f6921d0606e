package dev.callboard.console.settings;

import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Chip;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The profiles of this machine. Switching and testing are done where the connections are. */
final class ProfileList implements SettingPart {
    private final Surroundings around;
    private final SettingsModel model;
    private final VBox rows = new VBox(8);
    private final VBox box;
    private List<String> shown = List.of();
    private String asked;

    /** @param connections opens the window of the connections */
    ProfileList(Surroundings around, SettingsModel model, Runnable connections) {
        this.around = around;
        this.model = model;
        ActionButton open = new ActionButton();
        open.setId("openConnections");
        open.setText(around.texts().of("settings.profiles.open"));
        open.setIcon("fth-layers");
        open.setOnAction(press -> connections.run());
        this.box = new VBox(16, rows, new HBox(open));
        box.getStyleClass().add("shop-list");
        draw();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void draw() {
        List<String> names = model.profiles();
        if (!names.equals(shown) || rows.getChildren().isEmpty()) {
            shown = names;
            asked = null;
            arrange();
        }
    }

    private void arrange() {
        rows.getChildren().setAll(shown.stream().map(this::row).toList());
        if (shown.isEmpty()) {
            rows.getChildren().add(Labels.of(around.texts().of("settings.profiles.none"), "dense", "muted"));
        }
    }

    private Node row(String name) {
        var texts = around.texts();
        HBox row = new HBox(12, Labels.of(name, "semibold"));
        row.setAlignment(Pos.CENTER_LEFT);
        boolean used = name.equals(model.profile());
        if (used) {
            row.getChildren().add(new Chip(Meaning.SUCCESS, "fth-check", texts.of("settings.profiles.used")));
        }
        ActionButton delete = new ActionButton();
        boolean sure = name.equals(asked);
        delete.setId("delete-" + name);
        delete.setText(texts.of(sure ? "settings.profiles.sure" : "settings.profiles.delete"));
        delete.setIcon("fth-trash-2");
        delete.setKind(sure ? "danger" : "flat");
        delete.disabledReasonProperty().set(used ? texts.of("settings.profiles.why_used") : null);
        delete.setOnAction(press -> {
            if (sure) {
                model.deleteProfile(name);
            } else {
                asked = name;
                arrange();
            }
        });
        row.getChildren().addAll(Labels.space(), delete);
        return row;
    }
}
