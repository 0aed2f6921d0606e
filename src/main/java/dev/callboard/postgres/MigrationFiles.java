package dev.callboard.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** What the program's migrations are, told quickly: a start that changes nothing must not pay for a Flyway run. */
public final class MigrationFiles {
    private static final String FOLDER = "db/migration";

    private MigrationFiles() {}

    /** A text that changes when a migration is added or altered. */
    public static String fingerprint() throws IOException {
        URL folder = MigrationFiles.class.getResource("/" + FOLDER);
        if (folder == null) {
            throw new IOException("the program carries no migrations");
        }
        Map<String, Long> sums = folder.openConnection() instanceof JarURLConnection jar
                ? inJar(jar.getJarFile())
                : inFolder(folder);
        CRC32 all = new CRC32();
        sums.forEach((name, sum) -> all.update((name + " " + sum + "\n").getBytes()));
        return sums.size() + "-" + Long.toHexString(all.getValue());
    }

    private static Map<String, Long> inJar(JarFile jar) {
        Map<String, Long> sums = new TreeMap<>();
        jar.stream().filter(entry -> entry.getName().startsWith(FOLDER + "/") && !entry.isDirectory())
                .forEach((JarEntry entry) -> sums
                        .put(entry.getName().substring(FOLDER.length() + 1), entry.getCrc()));
        return sums;
    }

    private static Map<String, Long> inFolder(URL url) throws IOException {
        Map<String, Long> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of(url.toURI()))) {
            files.filter(Files::isRegularFile).forEach(file -> sums.put(file.getFileName().toString(), sum(file)));
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
        return sums;
    }

    private static long sum(Path file) {
        try {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return sum.getValue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
