package dev.callboard.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.stream.Collectors;

/** Ports and passwords of a folder's servers, in a file that only its owner can read. */
final class ServerSecrets {
    private final Path file;
    private final Properties values = new Properties();

    private ServerSecrets(Path file) {
        this.file = file;
    }

    static ServerSecrets of(Path folder) throws IOException {
        ServerSecrets secrets = new ServerSecrets(folder.resolve("servers.properties"));
        if (Files.exists(secrets.file)) {
            try (InputStream stream = Files.newInputStream(secrets.file)) {
                secrets.values.load(stream);
            }
        }
        return secrets;
    }

    /** The password of this login, made at the first asking. */
    String password(String login) throws IOException {
        String key = login + ".password";
        if (!values.containsKey(key)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            values.setProperty(key, HexFormat.of().formatHex(random));
            save();
        }
        return values.getProperty(key);
    }

    /** The port that this server had last, or 0. */
    int port(String server) {
        return Integer.parseInt(values.getProperty(server + ".port", "0"));
    }

    void rememberPort(String server, int port) throws IOException {
        if (port(server) != port) {
            values.setProperty(server + ".port", String.valueOf(port));
            save();
        }
    }

    private void save() throws IOException {
        Path next = Files.createTempFile(file.getParent(), "servers", ".properties",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, values.stringPropertyNames().stream().sorted()
                .map(name -> name + "=" + values.getProperty(name) + "\n").collect(Collectors.joining()));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
