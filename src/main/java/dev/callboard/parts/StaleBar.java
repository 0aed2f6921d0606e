package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar over rows that may have moved on: since when, as of when, when the next try comes. */
public final class StaleBar extends HBox {
    private final Label since = new Label();
    private final Label asOf = new Label();
    private final ActionButton retry = new ActionButton();

    public StaleBar() {
        getStyleClass().add("stale-bar");
        since.getStyleClass().add("since");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        retry.setIcon("fth-refresh-cw");
        retry.setKind("small on-bar");
        getChildren().addAll(new FontIcon("fth-wifi-off"), since, asOf, space, retry);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Names the button and says what it does. */
    public void onTryNow(String words, Runnable tryNow) {
        retry.setText(words);
        retry.setOnAction(press -> tryNow.run());
    }

    /** Shows the two sentences. */
    public void show(String sinceWhen, String asOfWhen) {
        since.setText(sinceWhen);
        asOf.setText(asOfWhen);
    }
}
