package dev.callboard.parts;

import javafx.scene.control.Label;

/** The name of a key, drawn as a key. */
public final class KeyHint extends Label {
    /** A narrow letter stands on a key as wide as it is high. */
    private static final double LEAST_WIDTH = 20;

    public KeyHint(String key) {
        super(key);
        getStyleClass().add("key");
        setMinWidth(USE_PREF_SIZE);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(LEAST_WIDTH, super.computePrefWidth(height));
    }
}
