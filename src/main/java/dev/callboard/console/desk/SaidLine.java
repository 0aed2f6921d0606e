package dev.callboard.console.desk;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;
import javafx.scene.control.Label;

/** A fact of the status bar with its icon, whose ink changes with its meaning. */
final class SaidLine extends Label {
    private final FontIcon picture;
    private List<String> inks = List.of();

    SaidLine(String icon) {
        picture = new FontIcon(icon);
        getStyleClass().add("dense");
        Labels.tipped(this);
        setGraphic(picture);
        setGraphicTextGap(8);
    }

    /** @param ink of the words and the icon @param weight of the words, {@code dense} for the ordinary one */
    void say(String words, String ink, String weight) {
        setText(words);
        List<String> wanted = List.of(ink, weight);
        if (!wanted.equals(inks)) {
            getStyleClass().setAll("label", "dense", ink, weight);
            picture.getStyleClass().removeAll(inks);
            picture.getStyleClass().add(ink);
            inks = wanted;
        }
    }
}
