package dev.callboard.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The items at the left edge of the window, one per screen. */
final class Rail {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private final Map<ScreenPlace, Button> items = new HashMap<>();

    Rail(VBox box, List<ScreenPlace> places, Texts texts, Consumer<ScreenPlace> open) {
        for (ScreenPlace place : places) {
            Button item = item(place, texts);
            item.setOnAction(press -> open.accept(place));
            items.put(place, item);
            box.getChildren().add(item);
        }
    }

    private static Button item(ScreenPlace place, Texts texts) {
        String name = texts.of("rail." + place.name());
        VBox picture = new VBox(new FontIcon(place.icon()), new Label(name));
        picture.getStyleClass().add("picture");
        Button item = new Button(null, picture);
        item.setId("rail-" + place.name());
        item.getStyleClass().setAll("rail-item");
        item.setAccessibleText(name);
        item.setTooltip(new Tooltip(name + "  Alt+" + place.digit()));
        item.setMaxWidth(Double.MAX_VALUE);
        return item;
    }

    void markActive(ScreenPlace active) {
        items.forEach((place, item) -> item.pseudoClassStateChanged(ACTIVE, place.equals(active)));
    }
}
