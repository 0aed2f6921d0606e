package dev.callboard.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.callboard.refusals.Refusal;

/** Where pictures go. */
final class PictureFolder {
    private PictureFolder() {}

    /**
     * Makes the folder, and tries it: minutes of work should not end at a file that cannot be written.
     *
     * @throws Refusal {@code invalid} where nothing can be written there
     */
    static void require(Path folder) {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(folder.toAbsolutePath()), "callboard", ".tmp"));
        } catch (IOException unwritable) {
            throw Refusal.invalid("No pictures can be written to " + Refusal.shortened(folder.toString()) + ".");
        }
    }
}
