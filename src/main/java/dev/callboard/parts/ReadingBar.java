package dev.callboard.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** How far a long read is, and how to end it. */
public final class ReadingBar extends HBox {
    private final Label words = Labels.of("", "dense");
    private final ActionButton stop = new ActionButton();

    /** @param stopWords what the button says */
    public ReadingBar(String stopWords) {
        getStyleClass().add("reading-bar");
        stop.setText(stopWords);
        stop.setKeys("Esc");
        stop.setKind("small");
        getChildren().addAll(new Spinner(14), words, Labels.space(), stop);
        managedProperty().bind(visibleProperty());
    }

    /** Says how far it is. */
    public void say(String howFar) {
        words.setText(howFar);
    }

    /** What the button does. */
    public void onStop(Runnable end) {
        stop.setOnAction(press -> end.run());
    }
}
