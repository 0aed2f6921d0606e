package dev.callboard.console.triage;

import java.util.List;

import dev.callboard.parts.Labels;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What every tab of the inspector is made of: a bar at its top and parts under each other, with lines between them. */
final class TabParts {
    private TabParts() {}

    /** The bar; {@link Labels#space} in it pushes what follows to its end. */
    static HBox bar(Node... nodes) {
        HBox bar = new HBox(8, nodes);
        bar.getStyleClass().add("tab-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    /** Rows that belong together. */
    static VBox part(List<? extends Node> rows) {
        VBox part = new VBox();
        part.getChildren().addAll(rows);
        part.getStyleClass().add("tab-part");
        return part;
    }

    /** The same with a title above. */
    static VBox part(String title, List<? extends Node> rows) {
        VBox part = part(rows);
        part.getChildren().addFirst(Labels.of(title, "dense", "semibold", "muted"));
        return part;
    }

    /** One sentence in place of everything. */
    static VBox quiet(String words) {
        return part(List.of(Labels.wrapped(words, "dense", "muted")));
    }
}
