package dev.callboard.console.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LockLine;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.settings.Setting;
import javafx.collections.MapChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** Settings: groups at the left, the fields of one group at the right; what is changed is marked until it is saved. */
public final class SettingsScreen implements Screen {
    private final Surroundings around;
    private final SettingsModel model;
    private final Label title;
    private final Node content;
    private final Keymap keys = new Keymap();
    private final Ways ways;
    private final List<SettingPart> parts = new ArrayList<>();

    @FXML
    private ListView<SettingGroup> groups;
    @FXML
    private Label group;
    @FXML
    private Label where;
    @FXML
    private ActionButton revert;
    @FXML
    private ActionButton save;
    @FXML
    private LockLine locked;
    @FXML
    private NoteLine note;
    @FXML
    private VBox form;

    /**
     * Where the screen leads.
     *
     * @param connections opens the window of the connections
     * @param look hears of the settings that say how the console looks, by key, as soon as they are saved
     */
    public record Ways(Overlay overlay, Runnable connections, Consumer<Map<String, String>> look) {}

    public SettingsScreen(Surroundings around, SettingsModel model, Ways ways) {
        this.around = around;
        this.model = model;
        this.ways = ways;
        this.title = Labels.whole(around.texts().of("rail.settings"), "heading");
        this.content = around.fxml().load("console/settings", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> judge());
        model.commands().inFlightProperty().addListener((property, before, now) -> judge());
        model.changes().addListener((MapChangeListener<String, String>) change -> draw());
        var texts = around.texts();
        keys.bindEverywhere("Ctrl+S", texts.of("settings.save"), save::fire);
        keys.bind("Down", texts.of("settings.key.next"), () -> step(1));
        keys.bind("Up", texts.of("settings.key.previous"), () -> step(-1));
        keys.bindEverywhere("Esc", texts.of("settings.key.escape"), groups::requestFocus);
        groups.getSelectionModel().select(SettingGroup.SHOP);
        model.onSaved(this::look);
        judge();
    }

    @FXML
    private void initialize() {
        groups.getItems().setAll(SettingGroup.values());
        groups.setCellFactory(factory -> new GroupCell());
        groups.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> fill(now));
        where.setText(model.profile() == null ? around.texts().of("settings.no_profile")
                : around.texts().of("settings.in_profile", model.profile()));
        revert.setOnAction(press -> model.revert());
        save.setOnAction(press -> model.save());
        around.rights().explain(Right.SETTINGS, locked, around.texts().of("settings.save"));
        around.rights().guard(Right.SETTINGS, save);
        save.inFlightProperty().bind(model.commands().inFlightProperty().isEqualTo("settings.save"));
        note.follow(model.commands().noteProperty());
    }

    private final class GroupCell extends ListCell<SettingGroup> {
        @Override
        protected void updateItem(SettingGroup item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? null : around.texts().of("settings.group." + item));
            setGraphic(item == null ? null : new FontIcon(item.icon()));
        }
    }

    /** How it looks is seen at once. */
    private void look(Map<String, String> saved) {
        Map<String, String> looks = new HashMap<>();
        for (Setting<?> setting : SettingGroup.APPEARANCE.settings()) {
            String text = saved.get(setting.key());
            if (text != null) {
                looks.put(setting.key(), text.isBlank() ? String.valueOf(setting.fallback()) : text);
            }
        }
        if (!looks.isEmpty()) {
            ways.look().accept(looks);
        }
    }

    private void step(int by) {
        groups.getSelectionModel().select(Math.clamp(groups.getSelectionModel().getSelectedIndex() + by, 0,
                groups.getItems().size() - 1));
    }

    private void fill(SettingGroup chosen) {
        group.setText(around.texts().of("settings.group." + chosen));
        parts.clear();
        switch (chosen) {
            case PROFILES -> parts.add(new ProfileList(around, model, ways.connections()));
            case QUEUES -> parts.add(new QueueList(around, model, ways.overlay()));
            case COUNTERS -> parts.add(new CounterList(around, model));
            default -> {}
        }
        chosen.settings().forEach(setting -> parts.add(new SettingRow(setting, model, around)));
        form.getChildren().setAll(parts.stream().map(SettingPart::node).toList());
        judge();
    }

    private void draw() {
        parts.forEach(SettingPart::draw);
        judge();
    }

    private void judge() {
        save.disabledReasonProperty().set(model.against());
        revert.disabledReasonProperty()
                .set(model.changes().isEmpty() ? around.texts().of("settings.why.nothing") : null);
    }

    @Override
    public ScreenParts parts() {
        return new ScreenParts(title, content, List.of(), keys, model);
    }

    @Override
    public void find(String what) {
        groups.getItems().stream().filter(each -> each.name().equalsIgnoreCase(what)).findFirst()
                .ifPresent(groups.getSelectionModel()::select);
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.SETTINGS);
    }
}
