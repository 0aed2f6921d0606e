package dev.callboard.parts;

import javafx.scene.control.Label;

/** A queue's code in a small grey square. */
public final class LetterBlock extends Label {

    public LetterBlock() {
        getStyleClass().add("letter");
        setMinWidth(USE_PREF_SIZE);
    }

    public LetterBlock(String code) {
        this();
        setText(code);
    }
}
