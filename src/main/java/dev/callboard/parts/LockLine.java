package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;

/** Beneath locked buttons: which role they need. Takes no room where nothing is locked. */
public final class LockLine extends HBox {
    private final Phrase words = new Phrase();

    public LockLine() {
        getStyleClass().add("lock-line");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().addAll(new FontIcon("fth-info"), words);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Says what an act needs. @param role that is needed; null where the login has it */
    public void show(Texts texts, String act, String role) {
        setVisible(role != null);
        if (role != null) {
            words.show(texts.of("rights.needs", Phrase.NAME, act), role, "dense", "muted");
            setAccessibleText(words.text());
        }
    }
}
