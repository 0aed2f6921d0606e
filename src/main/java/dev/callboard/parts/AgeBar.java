package dev.callboard.parts;

import java.time.Duration;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Three little bars and a figure: how long somebody has waited, readable without its colour. */
public final class AgeBar extends HBox {
    private final Label figure = new Label();
    private AgeBand band = AgeBand.WITHIN;

    public AgeBar() {
        getStyleClass().addAll("age", band.styleClass());
        for (String place : new String[]{"first", "second", "third"}) {
            Region bar = new Region();
            bar.getStyleClass().addAll("bar", place);
            getChildren().add(bar);
        }
        getChildren().add(figure);
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
    }

    /** Shows the wait; the band follows from target and limit. */
    public void show(Duration waited, Duration target, Duration limit) {
        AgeBand now = AgeBand.of(waited, target, limit);
        if (now != band) {
            getStyleClass().set(getStyleClass().indexOf(band.styleClass()), now.styleClass());
            band = now;
        }
        figure.setText(Formats.span(waited));
    }
}
