package dev.callboard.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import javafx.scene.text.Font;

/** The faces of the program; they lie in the jar, so that every machine measures text alike. */
public final class Fonts {
    private static final List<String> FILES = List.of("CallboardSans-Regular", "CallboardSans-Bold",
            "CallboardSans-Medium", "CallboardSans-SemiBold", "CallboardDisplay-SemiBold", "CallboardDisplay-Bold",
            "JetBrainsMonoNL-Regular", "JetBrainsMonoNL-Bold");

    private Fonts() {}

    /** Makes the families known to the toolkit; to be called before the first scene. */
    public static void load() {
        for (String file : FILES) {
            try (InputStream font = Fonts.class.getResourceAsStream("/fonts/" + file + ".ttf")) {
                if (font == null || Font.loadFont(font, 14) == null) {
                    throw new IllegalStateException("The font " + file + " is missing or broken.");
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
