package dev.callboard.parts;

import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Labels in the steps of type and inks of the sheets. */
public final class Labels {
    private static final String TIPPED = "callboard.tipped";

    private Labels() {}

    /** A label with these style classes; it ends in an ellipsis where there is no room. */
    public static Label of(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        return tipped(label);
    }

    /** Lets a label that ends in an ellipsis say its words whole when the pointer rests on it. */
    public static <L extends Labeled> L tipped(L label) {
        label.getProperties().put(TIPPED, true);
        label.hoverProperty().addListener((property, before, now) -> {
            if (now && label.getTooltip() == null && label.getWidth() < label.prefWidth(-1)) {
                label.setTooltip(new Whole(label));
            } else if (!now && label.getTooltip() instanceof Whole) {
                label.setTooltip(null);
            }
        });
        return label;
    }

    /** Made when the pointer comes: a tooltip is a window, too dear to be made with every label. */
    private static final class Whole extends Tooltip {
        Whole(Labeled label) {
            textProperty().bind(label.textProperty());
        }
    }

    /** Lets it say these words when the pointer rests on it; null for none. The tooltip that is there is used again. */
    public static void tip(Control control, String words) {
        if (words == null) {
            control.setTooltip(null);
        } else if (control.getTooltip() == null || control.getTooltip() instanceof Whole) {
            control.setTooltip(new Tooltip(words));
        } else {
            control.getTooltip().setText(words);
        }
    }

    /** True for a label that {@link #tipped} was asked for. */
    public static boolean isTipped(Labeled label) {
        return label.getProperties().containsKey(TIPPED);
    }

    /** A label that is never cut: codes, figures, times. */
    public static Label whole(String text, String... classes) {
        Label label = new Label(text);
        label.getStyleClass().addAll(classes);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /** A label over as many lines as it needs. */
    public static Label wrapped(String text, String... classes) {
        Label label = whole(text, classes);
        label.setMinWidth(Region.USE_COMPUTED_SIZE);
        label.getStyleClass().add("lines");
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
