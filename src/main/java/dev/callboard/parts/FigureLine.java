package dev.callboard.parts;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** One quiet line of words in which the figures stand out: in its text they lie between asterisks. */
public final class FigureLine extends HBox {
    private String shown = "";

    public FigureLine() {
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("figure-line");
    }

    /** Changes what the line says, for example {@code *19* waiting}; the labels that are there are used again. */
    public void show(String text) {
        if (text.equals(shown)) {
            return;
        }
        shown = text;
        String[] parts = text.split("\\*", -1);
        while (getChildren().size() < parts.length) {
            boolean figure = getChildren().size() % 2 == 1;
            getChildren().add(Labels.of("", "dense", figure ? "semibold" : "muted"));
        }
        getChildren().remove(parts.length, getChildren().size());
        for (int part = 0; part < parts.length; part++) {
            Label label = (Label) getChildren().get(part);
            label.setText(parts[part]);
            boolean seen = !parts[part].isEmpty();
            label.setVisible(seen);
            label.setManaged(seen);
        }
        setAccessibleText(text.replace("*", ""));
    }
}
