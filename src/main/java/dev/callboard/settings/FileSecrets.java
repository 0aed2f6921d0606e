package dev.callboard.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Passwords in a file that its owner alone can read, for machines without a keychain. */
final class FileSecrets implements Secrets {
    private final Path folder;

    FileSecrets(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<String> find(String profile, Service service) {
        return Optional.ofNullable(read(profile).getProperty(service.name()));
    }

    @Override
    public void keep(String profile, Service service, String password) {
        Properties entries = read(profile);
        entries.setProperty(service.name(), password);
        write(profile, entries);
    }

    @Override
    public void forget(String profile, Service service) {
        Properties entries = read(profile);
        if (entries.remove(service.name()) != null) {
            write(profile, entries);
        }
    }

    @Override
    public boolean isKeychain() {
        return false;
    }

    private Path file(String profile) {
        return folder.resolve("." + profile + ".secrets");
    }

    private Properties read(String profile) {
        Properties entries = new Properties();
        if (Files.exists(file(profile))) {
            try (Reader reader = Files.newBufferedReader(file(profile))) {
                entries.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return entries;
    }

    private void write(String profile, Properties entries) {
        try {
            OwnersFile.create(file(profile));
            try (Writer writer = Files.newBufferedWriter(file(profile))) {
                entries.store(writer, null);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
