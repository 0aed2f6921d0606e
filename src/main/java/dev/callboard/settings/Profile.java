package dev.callboard.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import dev.callboard.refusals.Refusal;

/**
 * A shop's servers and settings under one name, in {@code profiles/NAME.properties} of the data folder: the keys
 * {@code pg}, {@code redis} and {@code environment}, all others being settings.
 *
 * @param pg address of its Postgres, if it names one
 * @param redis address of its Redis, if it names one
 * @param environment what people call it, for example Production
 * @param settings values by key
 */
public record Profile(Optional<String> pg, Optional<String> redis, Optional<String> environment,
        Map<String, String> settings) {

    /** Names nothing and sets nothing. */
    public static Profile none() {
        return new Profile(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * Reads a profile.
     *
     * @param dataFolder where {@code profiles} is
     * @throws SettingRejected when there is none of that name, or it cannot be read
     */
    public static Profile read(Path dataFolder, String name) {
        checkName(name);
        Path file = dataFolder.resolve("profiles").resolve(name + ".properties");
        if (!Files.isRegularFile(file)) {
            throw new SettingRejected("There is no profile " + Refusal.shortened(name) + ": " + file + " is missing.");
        }
        return readFile(file);
    }

    /** @throws SettingRejected for a name that no profile can have */
    static void checkName(String name) {
        if (!name.matches("[\\w.-]{1,60}") || name.startsWith(".")) {
            throw new SettingRejected("A profile's name has letters, digits, '.', '_' and '-' only.");
        }
    }

    static Profile readFile(Path file) {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingRejected("The profile " + file + " cannot be read: " + unreadable.getMessage());
        }
        Map<String, String> settings = new HashMap<>();
        entries.stringPropertyNames().forEach(key -> settings.put(key, entries.getProperty(key)));
        return new Profile(Optional.ofNullable(settings.remove("pg")), Optional.ofNullable(settings.remove("redis")),
                Optional.ofNullable(settings.remove("environment")), Map.copyOf(settings));
    }
}
