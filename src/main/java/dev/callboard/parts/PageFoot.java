package dev.callboard.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Beneath a long list: which rows are in sight, of how many, and the keys that leap. */
public final class PageFoot extends HBox {
    private final Label words = Labels.whole("", "dense", "muted");

    public PageFoot() {
        getStyleClass().add("page-foot");
        getChildren().addAll(words, Labels.space(), new KeyHint("Home"), new KeyHint("End"), new KeyHint("PgDn"));
    }

    /** Says which rows are in sight. */
    public void say(String sentence) {
        words.setText(sentence);
    }
}
