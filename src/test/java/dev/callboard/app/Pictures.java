package dev.callboard.app;

import java.io.IOException;
import java.nio.file.Path;

import javafx.scene.image.Image;

/** Opens the program's own PNG writer to tests of other packages. */
public final class Pictures {
    private Pictures() {}

    public static void write(Image picture, Path file) throws IOException {
        PngFile.write(picture, file);
    }
}
