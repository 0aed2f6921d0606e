package dev.callboard.parts;

import java.util.Objects;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Label;

/** A state in one word, with its icon, on a tint of its meaning. */
public final class Chip extends Label {
    private Meaning meaning;
    private String icon;

    public Chip() {
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /** A chip of that meaning; the icon may be null. */
    public Chip(Meaning meaning, String icon, String text) {
        this();
        show(meaning, icon, text);
    }

    /** Changes what the chip says; costs nothing where it says that already. */
    public void show(Meaning newMeaning, String newIcon, String text) {
        if (newMeaning != meaning) {
            if (meaning != null) {
                getStyleClass().remove(meaning.styleClass());
            }
            meaning = newMeaning;
            getStyleClass().add(meaning.styleClass());
        }
        if (!Objects.equals(icon, newIcon)) {
            icon = newIcon;
            setGraphic(icon == null ? null : new FontIcon(icon));
        }
        setText(text);
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
