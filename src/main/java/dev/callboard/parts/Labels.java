package dev.callboard.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Labels in the steps of type and inks of the sheets. */
public final class Labels {
    private Labels() {}

    /** A label with these style classes; it ends in an ellipsis where there is no room. */
    public static Label of(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return label;
    }

    /** A label that is never cut: codes, figures, times. */
    public static Label whole(String text, String... classes) {
        Label label = of(text, classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label over as many lines as it needs. */
    public static Label wrapped(String text, String... classes) {
        Label label = of(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** What pushes everything behind it to the right. */
    public static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
