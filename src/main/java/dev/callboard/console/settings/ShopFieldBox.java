package dev.callboard.console.settings;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One field of a queue or counter, with what is wrong or who changed it last below. */
final class ShopFieldBox implements SettingPart {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final ShopField field;
    private final String id;
    private final SettingsModel model;
    private final Surroundings around;
    private final TextField text = new TextField();
    private final Label below = Labels.of("", "caption", "muted");
    private final VBox box = new VBox(2, text, below);
    private boolean drawing;

    ShopFieldBox(ShopField field, String id, SettingsModel model, Surroundings around) {
        this.field = field;
        this.id = id;
        this.model = model;
        this.around = around;
        box.getStyleClass().add("shop-field");
        box.setMinWidth(0);
        text.setId(field.key(id).replaceAll("[^A-Za-z0-9]+", "-"));
        text.setAccessibleText(id + ", " + around.texts().of("settings.shop." + field));
        text.textProperty().addListener((property, before, now) -> {
            if (!drawing) {
                model.change(field.key(id), now);
            }
        });
        draw();
    }

    /** The prompt of an empty field. */
    ShopFieldBox prompting(String words) {
        text.setPromptText(words);
        return this;
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void draw() {
        String key = field.key(id);
        String shown = model.text(key);
        if (!text.getText().strip().equals(shown)) {
            drawing = true;
            text.setText(shown);
            drawing = false;
        }
        String fault = model.shopFault(key, shown);
        boolean changed = model.changes().containsKey(key);
        text.pseudoClassStateChanged(CHANGED, changed);
        text.getStyleClass().remove("error");
        below.getStyleClass().removeAll("failed-text", "accent-text", "muted");
        below.getStyleClass().add(fault != null ? "failed-text" : changed ? "accent-text" : "muted");
        if (fault != null) {
            text.getStyleClass().add("error");
        }
        below.setText(fault != null ? around.texts().of("settings.shop.wrong." + fault)
                : changed ? around.texts().of("settings.not_saved") : lastChange(key));
        below.setTooltip(below.getText().isEmpty() ? null : new javafx.scene.control.Tooltip(below.getText()));
    }

    private String lastChange(String key) {
        SettingsSnapshot now = model.sight().snapshotProperty().get();
        AuditRow change = now == null ? null : now.lastChanges().get(key);
        return change == null ? "" : around.texts().of("settings.shop.by", change.actor(),
                around.formats().minutesOrDay(change.at(), now.asOf()));
    }
}
