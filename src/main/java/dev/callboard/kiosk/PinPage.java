package dev.callboard.kiosk;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** For staff who want to leave the kiosk: a keypad for their PIN. */
final class PinPage extends KioskPage {
    private final KioskPin pin;
    private final Texts texts;
    private final Label dots = Labels.whole("", "dots");
    private final Label said = Labels.wrapped("", "refused");

    PinPage(KioskModel model, Texts texts) {
        this.pin = model.pin();
        this.texts = texts;
        getStyleClass().addAll("page", "message", "pin");
        Region above = new Region();
        Region below = new Region();
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        HBox back = new HBox(new KioskButton(null, texts.of("kiosk.back"), model::back));
        back.getStyleClass().add("buttons");
        getChildren().addAll(above, new FontIcon("fth-lock"), Labels.wrapped(texts.of("kiosk.pin"), "heading"), dots,
                said, keys(model), below, back);
        on(pin.lengthProperty(), this::show);
        on(pin.answerProperty(), this::show);
        show();
    }

    private void show() {
        dots.setText("•".repeat(pin.lengthProperty().get()));
        dots.setAccessibleText(texts.of("kiosk.pin_digits", pin.lengthProperty().get()));
        said.setText(switch (pin.answerProperty().get()) {
            case NONE -> "";
            case WRONG -> texts.of("kiosk.pin_wrong");
            case PAUSED -> texts.of("kiosk.pin_paused");
        });
    }

    private Node keys(KioskModel model) {
        GridPane keys = new GridPane();
        keys.getStyleClass().add("keys");
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(digit(model, digit), (digit - 1) % 3, (digit - 1) / 3);
        }
        keys.add(key("fth-delete", texts.of("kiosk.pin_erase"), () -> {
            model.touched();
            pin.erase();
        }), 0, 3);
        keys.add(digit(model, 0), 1, 3);
        Button enter = key("fth-check", texts.of("kiosk.pin_enter"), pin::enter);
        enter.getStyleClass().add("primary");
        keys.add(enter, 2, 3);
        return keys;
    }

    private Button digit(KioskModel model, int digit) {
        Button key = new Button(String.valueOf(digit));
        key.setId("digit-" + digit);
        key.getStyleClass().addAll("kiosk-button", "digit");
        key.setOnAction(press -> {
            model.touched();
            pin.type((char) ('0' + digit));
        });
        return key;
    }

    private static Button key(String icon, String words, Runnable action) {
        Button key = new Button();
        key.setGraphic(new FontIcon(icon));
        key.setAccessibleText(words);
        key.getStyleClass().addAll("kiosk-button", "digit");
        key.setOnAction(press -> action.run());
        return key;
    }
}
