package dev.callboard.console.cancel;

import java.time.Instant;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Spinner;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One effect of a cancel, as it is told afterwards.
 *
 * @param what the effect in a few words
 * @param detail one sentence more
 * @param at when it was done, or null
 */
record ReportRow(Look look, String what, String detail, Instant at) {
    private static final int ICON = 20;

    /** How far it has come. */
    enum Look {
        DONE("fth-check-circle", "success-text"),
        /** There was nothing of the kind to do. */
        NOTHING("fth-slash", "muted"),
        /** Somebody must give it by hand, as it was meant to be. */
        BY_HAND("fth-user-check", "warning-text"),
        /** It failed for good. */
        FAILED("fth-alert-octagon", "failed-text"),
        /** Somebody else was faster. */
        MOVED("fth-info", "accent-text"),
        UNDER_WAY(null, null);

        private final String icon;
        private final String ink;

        Look(String icon, String ink) {
            this.icon = icon;
            this.ink = ink;
        }

        private Node picture() {
            if (icon == null) {
                return new Spinner(ICON);
            }
            FontIcon picture = new FontIcon(icon);
            picture.getStyleClass().addAll(ink, "report-icon");
            return picture;
        }
    }

    Node node(Formats formats) {
        var title = Labels.of(what, "semibold");
        var more = Labels.of(detail, "dense", "muted");
        more.setWrapText(true);
        VBox words = new VBox(2, title, more);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(look.picture(), words, Labels.whole(formats.seconds(at), "dense", "muted"));
        row.getStyleClass().add("report");
        if (look == Look.NOTHING) {
            title.getStyleClass().add("muted");
        }
        if (look == Look.UNDER_WAY || look == Look.MOVED) {
            row.getStyleClass().add("note");
        }
        return row;
    }
}
