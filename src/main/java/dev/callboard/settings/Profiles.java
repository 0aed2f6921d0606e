package dev.callboard.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The profiles of a data folder. */
public final class Profiles {
    private static final String ENDING = ".properties";

    private final Path dataFolder;
    private final Path folder;

    public Profiles(Path dataFolder) {
        this.dataFolder = dataFolder;
        this.folder = dataFolder.resolve("profiles");
    }

    /** Their names, in order. */
    public List<String> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length())).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws SettingRejected when there is none of that name, or it cannot be read */
    public Profile read(String name) {
        return Profile.read(dataFolder, name);
    }

    /**
     * Writes a profile, over one of the same name.
     *
     * @throws SettingRejected for a name that no profile can have
     */
    public void write(String name, Profile profile) {
        Profile.checkName(name);
        Properties entries = new Properties();
        profile.settings().forEach(entries::setProperty);
        profile.pg().ifPresent(address -> entries.setProperty("pg", address));
        profile.redis().ifPresent(address -> entries.setProperty("redis", address));
        profile.environment().ifPresent(environment -> entries.setProperty("environment", environment));
        Path file = folder.resolve(name + ENDING);
        try {
            OwnersFile.create(file);
            try (Writer writer = Files.newBufferedWriter(file)) {
                entries.store(writer, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Remembers that somebody went to this shop now. */
    public void markUsed(String name, Instant now) {
        Profile.checkName(name);
        try {
            Files.createDirectories(folder);
            Files.writeString(usedFile(name), now.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** When somebody last went there from this folder; empty where nobody did or nobody can tell. */
    public Optional<Instant> lastUsed(String name) {
        try {
            return Files.exists(usedFile(name))
                    ? Optional.of(Instant.parse(Files.readString(usedFile(name)).strip()))
                    : Optional.empty();
        } catch (IOException | DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private Path usedFile(String name) {
        return folder.resolve("." + name + ".used");
    }

    /** Takes over a profile that somebody gave as a file. @return its name, which is the file's */
    public String importFile(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.properties$", "");
        Profile.checkName(name);
        write(name, Profile.readFile(file));
        return name;
    }

    /** Deletes it; nothing happens where there is none. */
    public void delete(String name) {
        Profile.checkName(name);
        try {
            Files.deleteIfExists(folder.resolve(name + ENDING));
            Files.deleteIfExists(usedFile(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
