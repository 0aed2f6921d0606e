package dev.callboard.console.connect;

import dev.callboard.parts.Texts;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.StackPane;

/** A password that is typed but never shown again: one that is kept is twelve dots, however long it is. */
final class SecretField extends StackPane {
    private static final String DOTS = "•".repeat(12);

    private final PasswordField typed = new PasswordField();
    private final Button forget;

    SecretField(Texts texts, Runnable forgetIt) {
        getStyleClass().add("secret");
        forget = new Button(texts.of("connect.forget"));
        forget.getStyleClass().addAll("flat", "small", "forget");
        forget.setOnAction(press -> {
            typed.requestFocus();
            forgetIt.run();
        });
        setAlignment(forget, Pos.CENTER_RIGHT);
        getChildren().addAll(typed, forget);
        forget.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> DOTS.equals(typed.getPromptText()) && (isHover() || isFocusWithin()), hoverProperty(),
                focusWithinProperty(), typed.promptTextProperty()));
    }

    PasswordField typed() {
        return typed;
    }

    /** @param kept true where there is a password although none is typed */
    void show(boolean kept) {
        typed.setPromptText(kept ? DOTS : "");
        forget.setAccessibleText(forget.getText() + ", " + typed.getAccessibleText());
    }
}
