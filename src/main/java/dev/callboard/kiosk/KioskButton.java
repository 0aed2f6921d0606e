package dev.callboard.kiosk;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;

import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A big button with an icon and a word, 112 high. */
final class KioskButton extends Button {

    /** @param icon may be null */
    KioskButton(String icon, String words, Runnable action) {
        getStyleClass().add("kiosk-button");
        setMnemonicParsing(false);
        HBox content = new HBox();
        content.getStyleClass().add("content");
        if (icon != null) {
            content.getChildren().add(new FontIcon(icon));
        }
        content.getChildren().add(Labels.wrapped(words));
        content.maxWidthProperty().bind(widthProperty().subtract(24));
        setGraphic(content);
        setAccessibleText(words);
        setOnAction(press -> action.run());
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setPrefWidth(1);
        HBox.setHgrow(this, Priority.ALWAYS);
    }

    /** The one to be pressed next. */
    KioskButton primary() {
        getStyleClass().add("primary");
        return this;
    }
}
