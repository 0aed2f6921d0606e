package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Label;

/** A state in one word, with its icon, on a tint of its meaning. */
public final class Chip extends Label {
    private Meaning meaning;

    public Chip() {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /** A chip of that meaning; the icon may be null. */
    public Chip(Meaning meaning, String icon, String text) {
        this();
        show(meaning, icon, text);
    }

    /** Changes what the chip says. */
    public void show(Meaning newMeaning, String icon, String text) {
        if (meaning != null) {
            getStyleClass().remove(meaning.styleClass());
        }
        meaning = newMeaning;
        getStyleClass().add(meaning.styleClass());
        setText(text);
        setGraphic(icon == null ? null : new FontIcon(icon));
    }

    /** The same, 24 high. */
    public Chip tall() {
        getStyleClass().add("tall");
        return this;
    }

    /** The same, filled. */
    public Chip solid() {
        getStyleClass().add("solid");
        return this;
    }
}
