package dev.callboard.parts;

import javafx.scene.control.Label;

/** The name of a key, drawn as a key. */
public final class KeyHint extends Label {

    public KeyHint(String key) {
        super(key);
        getStyleClass().add("key");
        setMinWidth(USE_PREF_SIZE);
    }
}
