package dev.callboard.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.callboard.TestServers;
import dev.callboard.embedded.FreePort;
import dev.callboard.embedded.PostgresServer;
import dev.callboard.embedded.ServerPrograms;

/** A real Postgres that speaks TLS with a certificate made out to another host than it is reached by. */
public final class TlsPostgres implements AutoCloseable {
    private static final String NAMED = "shop.example";
    private static final String PASSWORD = "secret";

    private final PostgresServer server;
    private final Path folder;
    private final int port;

    private TlsPostgres(PostgresServer server, Path folder, int port) {
        this.server = server;
        this.folder = folder;
        this.port = port;
    }

    /** @param folder an empty one */
    public static TlsPostgres start(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        makeCertificate(folder);
        PostgresServer server = new PostgresServer(new ServerPrograms(TestServers.programFolder()),
                folder.resolve("postgres"));
        server.create(PASSWORD);
        for (String file : List.of("server.crt", "server.key")) {
            Files.copy(folder.resolve(file), folder.resolve("postgres").resolve(file));
        }
        Files.setPosixFilePermissions(folder.resolve("postgres/server.key"),
                PosixFilePermissions.fromString("rw-------"));
        int port = FreePort.any();
        server.start(port, Map.of("ssl", "on", "fsync", "off", "io_method", "sync"));
        return new TlsPostgres(server, folder, port);
    }

    private static void makeCertificate(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("store.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + NAMED, "-ext",
                "san=dns:" + NAMED, "-keystore", store.toString(), "-storepass", PASSWORD, "-storetype", "PKCS12")
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("no certificate could be made");
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        write(folder.resolve("server.crt"), "CERTIFICATE", keys.getCertificate("server").getEncoded());
        write(folder.resolve("server.key"), "PRIVATE KEY",
                keys.getKey("server", PASSWORD.toCharArray()).getEncoded());
    }

    private static void write(Path file, String what, byte[] content) throws IOException {
        Files.writeString(file, "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(content) + "\n-----END " + what
                + "-----\n");
    }

    /** The certificate that a client must trust. */
    public Path root() {
        return folder.resolve("server.crt");
    }

    /** @param query of the address: {@code sslmode=…} */
    public PostgresAddress address(String query) {
        return PostgresAddress.parse("postgres://" + PostgresServer.OWNER + ":" + PASSWORD + "@localhost:" + port
                + "/postgres?" + query);
    }

    @Override
    public void close() throws IOException {
        server.stop(false);
    }
}
