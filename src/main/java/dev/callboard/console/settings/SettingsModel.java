package dev.callboard.console.settings;

import java.util.Map;
import java.util.TreeMap;

import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Note;
import dev.callboard.parts.Sight;
import dev.callboard.settings.Setting;
import dev.callboard.settings.SettingRejected;
import dev.callboard.settings.Settings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** What the Settings screen knows and can do; for the FX thread, without any node. */
public final class SettingsModel implements ScreenModel {
    private final Surroundings around;
    private final SettingsServices shop;
    private final Sight<SettingsSnapshot> sight;
    private final Commands commands;
    private final ObservableMap<String, String> changes = FXCollections.observableMap(new TreeMap<>());

    public SettingsModel(Surroundings around, SettingsServices shop) {
        this.around = around;
        this.shop = shop;
        this.sight = around.sight(shop::read, SettingsSnapshot::asOf);
        this.commands = around.commands();
    }

    /** Begins to read. */
    @Override
    public void open() {
        sight.open();
    }

    /** Stops reading. */
    @Override
    public void close() {
        sight.close();
    }

    /** The text of a setting as it stands in its field: changed, saved, or empty for the default. */
    String text(Setting<?> setting) {
        return changes.getOrDefault(setting.key(), saved(setting));
    }

    private String saved(Setting<?> setting) {
        SettingsSnapshot now = sight.snapshotProperty().get();
        return now == null ? "" : now.saved().getOrDefault(setting.key(), "");
    }

    /** Somebody typed into the field; what is as it was saved is no change. */
    public void change(Setting<?> setting, String text) {
        if (text.strip().equals(saved(setting))) {
            changes.remove(setting.key());
        } else {
            changes.put(setting.key(), text.strip());
        }
    }

    /** Why a text cannot be the setting's value; null where it can, and for the empty one, which is the default. */
    static String fault(Setting<?> setting, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            Settings.defaults().with(Map.of(setting.key(), text));
            return null;
        } catch (SettingRejected wrong) {
            return wrong.getMessage();
        }
    }

    /** Changed texts by key, not saved yet. */
    ObservableMap<String, String> changes() {
        return changes;
    }

    /** Puts every field back to what is saved. */
    public void revert() {
        changes.clear();
    }

    /** Writes the changes into the profile. */
    public void save() {
        Map<String, String> saving = Map.copyOf(changes);
        commands.run("settings.save", () -> shop.save(saving), count -> {
            saving.forEach(changes::remove);
            commands.say(new Note(Note.Kind.INFORMATION, around.texts().of("settings.saved", count)));
            sight.readNow();
        });
    }

    /** Why nothing can be saved; null where it can. */
    String against() {
        if (shop.profile().isEmpty()) {
            return around.texts().of("settings.why.no_profile");
        }
        if (sight.staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        if (commands.inFlightProperty().get() != null) {
            return around.texts().of("desk.why.in_flight");
        }
        long wrong = dev.callboard.settings.KnownSettings.all().stream()
                .filter(setting -> changes.containsKey(setting.key()))
                .filter(setting -> fault(setting, changes.get(setting.key())) != null).count();
        if (wrong > 0) {
            return around.texts().of("settings.why.wrong", wrong);
        }
        return changes.isEmpty() ? around.texts().of("settings.why.nothing") : null;
    }

    /** The profile's name, or null without one. */
    String profile() {
        return shop.profile().orElse(null);
    }

    @Override
    public Sight<SettingsSnapshot> sight() {
        return sight;
    }

    public Commands commands() {
        return commands;
    }
}
