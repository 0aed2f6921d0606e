package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Beneath locked buttons: which role they need, on as many lines as it takes. No room where nothing is locked. */
public final class LockLine extends HBox {
    private final TextFlow words = new TextFlow();

    public LockLine() {
        getStyleClass().add("lock-line");
        setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        getChildren().addAll(new FontIcon("fth-info"), words);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Says what an act needs. @param role that is needed; null where the login has it */
    public void show(Texts texts, String act, String role) {
        setVisible(role != null);
        words.getChildren().clear();
        if (role != null) {
            String sentence = texts.of("rights.needs", Phrase.NAME, act);
            String[] around = sentence.split(Phrase.NAME, 2);
            words.getChildren().setAll(ink(around[0], "dense"), ink(role, "mono"), ink(around[1], "dense"));
            setAccessibleText(sentence.replace(Phrase.NAME, role));
        }
    }

    private static Text ink(String part, String face) {
        Text text = new Text(part);
        text.getStyleClass().addAll("ink", "muted", face);
        return text;
    }
}
