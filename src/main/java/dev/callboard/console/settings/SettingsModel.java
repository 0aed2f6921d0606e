package dev.callboard.console.settings;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Note;
import dev.callboard.parts.Sight;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Setting;
import dev.callboard.settings.SettingRejected;
import dev.callboard.settings.Settings;
import dev.callboard.tickets.CounterAtWork;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/** What the Settings screen knows and can do; for the FX thread, without any node. */
public final class SettingsModel implements ScreenModel {
    private final Surroundings around;
    private final SettingsServices shop;
    private final Sight<SettingsSnapshot> sight;
    private final Commands commands;
    private Consumer<Map<String, String>> saved = texts -> {};
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
        return text(setting.key());
    }

    /** The same of any field, by its key. */
    String text(String key) {
        return changes.getOrDefault(key, saved(key));
    }

    private String saved(String key) {
        SettingsSnapshot now = sight.snapshotProperty().get();
        return now == null ? "" : now.saved().getOrDefault(key, "");
    }

    /** Somebody typed into the field; what is as it was saved is no change. */
    public void change(Setting<?> setting, String text) {
        change(setting.key(), text);
    }

    /** The same of any field, by its key. */
    void change(String key, String text) {
        if (text.strip().equals(saved(key))) {
            changes.remove(key);
        } else {
            changes.put(key, text.strip());
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

    /** Writes the changes: settings into the profile, queues and counters into the shop. */
    public void save() {
        Map<String, String> saving = Map.copyOf(changes);
        commands.run("settings.save", () -> shop.save(saving), count -> {
            saving.forEach(changes::remove);
            saved.accept(saving);
            boolean later = saving.keySet().stream().anyMatch(
                    key -> !ShopField.isShops(key) && !SettingGroup.APPEARANCE.has(key));
            say(later ? "settings.saved" : "settings.shop.saved", count);
        });
    }

    /** Hears the texts of what was saved, by key; the empty text is the default. */
    void onSaved(Consumer<Map<String, String>> heard) {
        saved = heard;
    }

    private void say(String key, Object... values) {
        commands.say(new Note(Note.Kind.INFORMATION, around.texts().of(key, values)));
        sight.readNow();
    }

    /** Why nothing can be saved; null where it can. */
    String against() {
        if (shop.profile().isEmpty() && changes.keySet().stream().anyMatch(key -> !ShopField.isShops(key))) {
            return around.texts().of("settings.why.no_profile");
        }
        if (busy() != null) {
            return busy();
        }
        long wrong = KnownSettings.all().stream().filter(setting -> changes.containsKey(setting.key()))
                .filter(setting -> fault(setting, changes.get(setting.key())) != null).count()
                + changes.entrySet().stream().filter(change -> ShopField.isShops(change.getKey()))
                        .filter(change -> shopFault(change.getKey(), change.getValue()) != null).count();
        if (wrong > 0) {
            return around.texts().of("settings.why.wrong", wrong);
        }
        return changes.isEmpty() ? around.texts().of("settings.why.nothing") : null;
    }

    /** Why nothing at all can be done now; null where something can. */
    String busy() {
        if (sight.staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        return commands.inFlightProperty().get() == null ? null : around.texts().of("desk.why.in_flight");
    }

    /** What is wrong with the text of a queue's or counter's field; null where nothing is. */
    String shopFault(String key, String text) {
        return ShopField.of(key).fault(text, queues().stream().map(Queue::code).toList());
    }

    /** Every queue; none before the first read. */
    List<Queue> queues() {
        SettingsSnapshot now = sight.snapshotProperty().get();
        return now == null ? List.of() : now.shop().queues();
    }

    /** Every counter; none before the first read. */
    List<CounterAtWork> counters() {
        SettingsSnapshot now = sight.snapshotProperty().get();
        return now == null ? List.of() : now.shop().counters();
    }

    /** The profiles of this machine. */
    List<String> profiles() {
        SettingsSnapshot now = sight.snapshotProperty().get();
        return now == null ? List.of() : now.profiles();
    }

    /** A new queue, open at once. */
    void addQueue(String code, String name) {
        run(() -> shop.places().queues().add(code, name), "settings.shop.queue_added", code);
    }

    /** @param reason for visitors, or null */
    void setQueue(String code, QueueState state, String reason) {
        run(() -> shop.places().queues().set(code, state, reason), "settings.shop.state_set", code);
    }

    void addCounter(String name) {
        run(() -> shop.places().counters().add(name), "settings.shop.counter_added", name);
    }

    /** Takes a counter off the lists. */
    void retireCounter(String name) {
        run(() -> shop.places().counters().retire(name), "settings.shop.retired", name);
    }

    void deleteProfile(String name) {
        run(() -> shop.profiles().delete(name), "settings.profiles.deleted", name);
    }

    private void run(Runnable act, String words, String name) {
        commands.run("settings.act", () -> {
            act.run();
            return name;
        }, done -> say(words, done));
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
