package dev.callboard.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Where a person's Callboard keeps what belongs to no single shop, and the shop that has no folder named. */
public final class HomeFolder {
    private HomeFolder() {}

    /** {@code ~/.callboard}, by the environment's HOME as a shell would have it, else by the login. */
    public static Path of(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Path.of(home.isBlank() ? System.getProperty("user.home") : home).resolve(".callboard");
    }

    /** Where programs are unpacked for all data folders, or below this one where the home cannot be written to. */
    public static Path programs(Map<String, String> environment, Path dataFolder) {
        Path home = of(environment);
        boolean writable = Files.isDirectory(home) ? Files.isWritable(home) : Files.isWritable(home.getParent());
        return (writable ? home : dataFolder).resolve("programs");
    }
}
