package dev.callboard.parts;

import java.util.Objects;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A note in its place; takes no room while there is nothing to say. */
public final class NoteLine extends HBox {
    private final Label words = new Label();
    private Note shown;

    public NoteLine() {
        getStyleClass().add("note");
        setAccessibleRole(AccessibleRole.TEXT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        say(null);
    }

    /** Shows whatever the model says, and is announced to screen readers. */
    public void follow(ObservableValue<Note> source) {
        source.addListener((property, before, now) -> say(now));
        say(source.getValue());
    }

    /** Shows this note, or none for null. One that stands there already is not announced again. */
    public void show(Note note) {
        if (!Objects.equals(note, shown)) {
            say(note);
        }
    }

    private void say(Note note) {
        shown = note;
        setManaged(note != null);
        setVisible(note != null);
        getStyleClass().removeAll("warning", "failed");
        if (note == null) {
            return;
        }
        words.setText(note.text());
        getChildren().setAll(new FontIcon(note.kind().icon()), words);
        if (!note.kind().styleClass().isEmpty()) {
            getStyleClass().add(note.kind().styleClass());
        }
        setAccessibleText(note.text());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
