package dev.callboard.settings;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.callboard.refusals.Refusal;

/** The settings of one run: what was set, over what a profile says, over the defaults. Immutable. */
public final class Settings {
    private final Map<Setting<?>, Object> explicit;

    private Settings(Map<Setting<?>, Object> explicit) {
        this.explicit = Map.copyOf(explicit);
    }

    /** Every setting at its default. */
    public static Settings defaults() {
        return new Settings(Map.of());
    }

    /**
     * These settings with some others put over them.
     *
     * @param texts values by key, as a person wrote them
     * @throws SettingRejected for an unknown key or an unreadable value
     */
    public Settings with(Map<String, String> texts) {
        Map<Setting<?>, Object> merged = new HashMap<>(explicit);
        texts.forEach((key, text) -> {
            Setting<?> setting = KnownSettings.named(key).orElseThrow(() -> unknown(key));
            merged.put(setting, value(setting, text));
        });
        return new Settings(merged);
    }

    /** These settings with one of them at another value. */
    public <T> Settings with(Setting<T> setting, T value) {
        Map<Setting<?>, Object> merged = new HashMap<>(explicit);
        merged.put(setting, value);
        return new Settings(merged);
    }

    /** The setting's value: null only for one that has no default and was not set. */
    @SuppressWarnings("unchecked")
    public <T> T get(Setting<T> setting) {
        return (T) explicit.getOrDefault(setting, setting.fallback());
    }

    /** The setting's value, or nothing where it has no default and was not set. */
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable(get(setting));
    }

    /** True when somebody set it, be it to its default. */
    public boolean isExplicit(Setting<?> setting) {
        return explicit.containsKey(setting);
    }

    private static Object value(Setting<?> setting, String text) {
        try {
            return setting.format().read().apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new SettingRejected("The setting " + setting.key() + " must be " + setting.format().expected()
                    + ", not '" + Refusal.shortened(text.strip()) + "'.");
        }
    }

    private static SettingRejected unknown(String key) {
        String hint = Nearest.to(key, KnownSettings.all().stream().map(Setting::key).toList())
                .map(nearest -> "; did you mean '" + nearest + "'?").orElse(".");
        return new SettingRejected("There is no setting '" + Refusal.shortened(key) + "'" + hint);
    }
}
