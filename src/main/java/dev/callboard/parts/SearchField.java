package dev.callboard.parts;

import java.util.function.Consumer;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A field that searches a moment after typing stops; its key stands at its right end while it is empty. */
public final class SearchField extends StackPane {
    private static final Duration AFTER_TYPING = Duration.millis(250);

    private final TextField field = new TextField();
    private final KeyHint hint = new KeyHint("/");
    private final PauseTransition typing = new PauseTransition(AFTER_TYPING);

    public SearchField() {
        getStyleClass().add("search-field");
        setAlignment(Pos.CENTER_LEFT);
        FontIcon glass = new FontIcon("fth-search");
        glass.getStyleClass().add("muted");
        glass.setMouseTransparent(true);
        hint.setMouseTransparent(true);
        hint.visibleProperty().bind(field.textProperty().isEmpty());
        setMargin(glass, new Insets(0, 0, 0, 12));
        setMargin(hint, new Insets(0, 12, 0, 0));
        setAlignment(hint, Pos.CENTER_RIGHT);
        getChildren().addAll(field, glass, hint);
    }

    /** Calls with the stripped text whenever typing has stopped. */
    public void onSearch(Consumer<String> search) {
        field.textProperty().addListener((property, before, now) -> typing.playFromStart());
        typing.setOnFinished(pause -> search.accept(text()));
    }

    public String text() {
        return field.getText().strip();
    }

    public void setText(String text) {
        field.setText(text);
    }

    /** The field itself, for focus. */
    public TextField field() {
        return field;
    }

    public String getPrompt() {
        return field.getPromptText();
    }

    /** What may be searched for; also what a screen reader says. */
    public void setPrompt(String words) {
        field.setPromptText(words);
        field.setAccessibleText(words);
    }
}
