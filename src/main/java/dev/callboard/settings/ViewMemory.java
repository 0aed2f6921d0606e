package dev.callboard.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;

/**
 * How somebody arranged the screens of one shop: widths of panes, what is folded away, which columns are hidden. In
 * {@code profiles/.NAME.view} of the data folder, or in {@code .view} where no profile was chosen; a file that is
 * missing or broken remembers nothing.
 */
public final class ViewMemory {
    private final Path file;
    private final Properties known = new Properties();

    private ViewMemory(Path file) {
        this.file = file;
    }

    /** What is remembered for this profile. */
    public static ViewMemory of(Path dataFolder, Optional<String> profile) {
        ViewMemory memory = new ViewMemory(profile.map(name -> dataFolder.resolve("profiles").resolve("." + name
                + ".view")).orElse(dataFolder.resolve(".view")));
        memory.read();
        return memory;
    }

    /** Remembers until the program ends. */
    public static ViewMemory passing() {
        return new ViewMemory(null);
    }

    private void read() {
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException | IllegalArgumentException broken) {
                known.clear();
            }
        }
    }

    public synchronized Optional<String> text(String key) {
        return Optional.ofNullable(known.getProperty(key));
    }

    /** Empty also for what is no number. */
    public synchronized OptionalDouble number(String key) {
        try {
            return text(key).map(Double::valueOf).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        } catch (NumberFormatException broken) {
            return OptionalDouble.empty();
        }
    }

    /** Remembers this from now on. {@link #keep} writes it down. */
    public synchronized void set(String key, String value) {
        known.setProperty(key, value);
    }

    /** Writes down what is known; may wait for the disk. @throws UncheckedIOException where it cannot be written */
    public synchronized void keep() {
        if (file == null) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            try (Writer writer = Files.newBufferedWriter(fresh)) {
                known.store(writer, null);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException("The arrangement of the screens cannot be kept", failure);
        }
    }
}
