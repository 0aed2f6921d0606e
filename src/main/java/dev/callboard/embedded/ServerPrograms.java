package dev.callboard.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The servers' programs: unpacked once from their artefacts into a cache that several processes and data folders may
 * share.
 */
public final class ServerPrograms {
    private final Path cache;

    /** @param cache a folder for programs; made when needed */
    public ServerPrograms(Path cache) {
        this.cache = cache;
    }

    /** The folder that holds Postgres's {@code bin}, {@code lib} and {@code share}. */
    Path postgres() throws IOException {
        return unpacked("postgres", Platform.present().postgresArchive(), ServerPrograms::unpackArchive);
    }

    /** The program {@code redis-server}. */
    Path redis() throws IOException {
        return unpacked("redis", Platform.present().redisProgram(), ServerPrograms::unpackRedis)
                .resolve("redis-server");
    }

    private Path unpacked(String name, String resource, Unpacking unpacking) throws IOException {
        URL archive = ServerPrograms.class.getResource(resource);
        if (archive == null) {
            throw new IOException("this installation brings no " + name + " for " + Platform.shown()
                    + ": give the address of one");
        }
        Path folder = cache.resolve(name + "-" + fingerprint(archive));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(cache);
        Path unfinished = Files.createTempDirectory(cache, name + "-unfinished-");
        try (InputStream stream = new BufferedInputStream(archive.openStream(), 1 << 16)) {
            unpacking.unpack(stream, unfinished);
            Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            delete(unfinished);
            if (!Files.isDirectory(folder)) {
                throw failure;
            }
            // another process was quicker: its copy is as good
        }
        return folder;
    }

    private static String fingerprint(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
        return "unpacked";
    }

    private static void unpackRedis(InputStream stream, Path folder) throws IOException {
        Path program = folder.resolve("redis-server");
        Files.copy(stream, program);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void unpackArchive(InputStream stream, Path folder) throws IOException {
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new XZInputStream(stream))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                unpackEntry(archive, entry, folder);
            }
        }
    }

    private static void unpackEntry(InputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new FileAlreadyExistsException(entry.getName(), null, "leads out of the archive");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Deletes a folder with all it holds; one that is not there is fine. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private interface Unpacking {
        void unpack(InputStream stream, Path folder) throws IOException;
    }
}
