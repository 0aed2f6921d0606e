package dev.callboard.console.settings;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.settings.Setting;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One setting: its key and what it does, its field, and below it what is wrong or who changed it last. */
final class SettingRow extends VBox implements SettingPart {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double NAME = 300;

    private final Setting<?> setting;
    private final SettingsModel model;
    private final Surroundings around;
    private final TextField field;
    private final Label below = Labels.wrapped("", "caption", "muted");
    private boolean drawing;

    SettingRow(Setting<?> setting, SettingsModel model, Surroundings around) {
        this.setting = setting;
        this.model = model;
        this.around = around;
        this.field = SettingGroup.isSecret(setting.key()) ? new PasswordField() : new TextField();
        getStyleClass().add("setting-row");
        Label key = Labels.whole(setting.key(), "dense", "semibold");
        Label help = Labels.wrapped(setting.help(), "caption", "muted");
        VBox words = new VBox(2, key, help);
        words.setMinWidth(NAME);
        words.setMaxWidth(NAME);
        field.setId(setting.key().replace('.', '-'));
        field.setAccessibleText(setting.key() + ". " + setting.help());
        field.setPromptText(setting.fallback() == null ? around.texts().of("settings.unset")
                : around.texts().of("settings.default", shown(setting)));
        field.textProperty().addListener((property, before, now) -> {
            if (!drawing) {
                model.change(setting, now);
            }
        });
        VBox value = new VBox(4, field, below);
        HBox.setHgrow(value, Priority.ALWAYS);
        getChildren().add(new HBox(24, words, value));
        draw();
    }

    private static String shown(Setting<?> setting) {
        return setting.fallback() instanceof java.time.Duration span
                ? span.toString().substring(2).toLowerCase(java.util.Locale.ROOT)
                : setting.fallback() instanceof java.util.Locale locale ? locale.toLanguageTag()
                        : String.valueOf(setting.fallback());
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void draw() {
        String text = model.text(setting);
        if (!field.getText().strip().equals(text)) {
            drawing = true;
            field.setText(text);
            drawing = false;
        }
        boolean changed = model.changes().containsKey(setting.key());
        String fault = SettingsModel.fault(setting, text);
        pseudoClassStateChanged(CHANGED, changed);
        field.getStyleClass().remove("error");
        below.getStyleClass().removeAll("failed-text", "accent-text", "muted");
        if (fault != null) {
            field.getStyleClass().add("error");
            below.getStyleClass().add("failed-text");
        } else {
            below.getStyleClass().add(changed ? "accent-text" : "muted");
        }
        below.setText(fault != null ? fault : changed ? around.texts().of("settings.not_saved") : lastChange());
        below.setManaged(!below.getText().isEmpty());
        field.setEditable(model.profile() != null);
    }

    private String lastChange() {
        SettingsSnapshot now = model.sight().snapshotProperty().get();
        AuditRow change = now == null ? null : now.lastChanges().get(setting.key());
        return change == null ? "" : around.texts().of("settings.changed_by", change.actor(),
                around.formats().secondsOrDay(change.at(), now.asOf()));
    }
}
