package dev.callboard.parts;

import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/** Big text, placed by its ink and not by its line, and made smaller where it would not fit. */
public final class Figures {
    private static final String FAMILY = "Callboard Display";

    private Figures() {}

    /**
     * @param size in the units of its scene
     * @param widest room there is
     */
    public static Text bold(String words, double size, double widest) {
        return text(words, size, widest, FontWeight.BOLD, "figure");
    }

    /** Semibold, else as {@link #bold}. */
    public static Text plain(String words, double size, double widest) {
        return text(words, size, widest, FontWeight.NORMAL, "word");
    }

    private static Text text(String words, double size, double widest, FontWeight weight, String styleClass) {
        Text text = new Text(words);
        text.getStyleClass().addAll("ink", styleClass);
        text.setBoundsType(TextBoundsType.VISUAL);
        text.setTextOrigin(VPos.CENTER);
        text.setFont(Font.font(FAMILY, weight, size));
        double width = text.getLayoutBounds().getWidth();
        double fitting = width <= widest ? size : size * widest / width;
        text.setFont(Font.font(FAMILY, weight, fitting));
        text.setStyle("-fx-font-size: " + fitting + "px;");
        return text;
    }
}
