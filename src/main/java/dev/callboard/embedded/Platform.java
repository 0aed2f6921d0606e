package dev.callboard.embedded;

import java.io.IOException;
import java.util.Locale;

/**
 * What the machine is, as the artefacts name it.
 *
 * @param postgresArchive resource with Postgres's programs
 * @param redisProgram resource that is Redis's program
 */
record Platform(String postgresArchive, String redisProgram) {

    /** @throws IOException for a machine that there are no programs for */
    static Platform present() throws IOException {
        return switch (shown()) {
            case "linux amd64" ->
                new Platform("/postgres-linux-x86_64.txz", "/redis-server-6.2.6-v5-linux-amd64");
            case "linux aarch64" ->
                new Platform("/postgres-linux-arm_64.txz", "/redis-server-6.2.7-linux-arm64");
            case "mac x86_64" ->
                new Platform("/postgres-darwin-x86_64.txz", "/redis-server-6.2.6-v5-darwin-amd64");
            case "mac aarch64" ->
                new Platform("/postgres-darwin-arm_64.txz", "/redis-server-6.2.6-v5-darwin-arm64");
            default -> throw new IOException(
                    "there are no embedded servers for " + shown() + ": give the addresses of your own");
        };
    }

    static String shown() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return (system.startsWith("mac") ? "mac" : system) + " " + System.getProperty("os.arch");
    }
}
