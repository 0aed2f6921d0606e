package dev.callboard.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The items at the left edge of the window, one per screen. */
final class Rail {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private final Map<ScreenPlace, Button> items = new HashMap<>();
    private final Map<ScreenPlace, Label> badges = new HashMap<>();
    private final Texts texts;
    private ScreenPlace active;

    Rail(VBox box, List<ScreenPlace> places, Texts texts, Consumer<ScreenPlace> open) {
        this.texts = texts;
        for (ScreenPlace place : places) {
            Button item = item(place);
            item.setOnAction(press -> open.accept(place));
            items.put(place, item);
            box.getChildren().add(item);
        }
    }

    private Button item(ScreenPlace place) {
        String name = texts.of("rail." + place.name());
        VBox picture = new VBox(new FontIcon(place.icon()), new Label(name));
        picture.getStyleClass().add("picture");
        Label badge = new Label();
        badge.getStyleClass().add("rail-badge");
        badge.setVisible(false);
        badges.put(place, badge);
        StackPane both = new StackPane(picture, badge);
        both.setAlignment(Pos.TOP_CENTER);
        Button item = new Button(null, both);
        item.setId("rail-" + place.name());
        item.getStyleClass().setAll("rail-item");
        item.setAccessibleText(name);
        item.setTooltip(new Tooltip(name + "  Alt+" + place.digit()));
        item.setMaxWidth(Double.MAX_VALUE);
        return item;
    }

    /**
     * Says beside a screen's icon how much waits there for a person.
     *
     * @param count in the language's digits; empty for nothing
     * @param spoken the item's name together with the count
     */
    void count(ScreenPlace place, String count, String spoken) {
        badges.get(place).setText(count);
        showBadge(place);
        items.get(place).setAccessibleText(count.isEmpty() ? texts.of("rail." + place.name()) : spoken);
    }

    /** The screen in front says its count itself. */
    private void showBadge(ScreenPlace place) {
        Label badge = badges.get(place);
        badge.setVisible(!badge.getText().isEmpty() && !place.equals(active));
    }

    void markActive(ScreenPlace now) {
        active = now;
        items.forEach((place, item) -> item.pseudoClassStateChanged(ACTIVE, place.equals(now)));
        badges.keySet().forEach(this::showBadge);
    }
}
