package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;

/** The two value sets of the tokens, each over its base theme. */
public enum Theme {
    LIGHT, DARK;

    private static final List<String> PARTS = List.of("controls", "text", "buttons", "chips", "tables", "ticket",
            "surfaces");

    /**
     * Dresses the scene.
     *
     * @param face the face's own sheet in {@code styles/}, for example {@code console}
     */
    public void apply(Scene scene, String face) {
        Application.setUserAgentStylesheet((this == LIGHT ? new PrimerLight() : new PrimerDark())
                .getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>();
        sheets.add(sheet("tokens"));
        if (this == DARK) {
            sheets.add(sheet("dark"));
        }
        PARTS.forEach(part -> sheets.add(sheet("parts/" + part)));
        sheets.add(sheet(face));
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        return Theme.class.getResource("/styles/" + name + ".css").toExternalForm();
    }
}
