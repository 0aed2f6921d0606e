package dev.callboard.console.triage;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.SideDivider;
import dev.callboard.parts.SideDivider.Range;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

/** How wide the panes of Triage are and whether the left one is folded away, as the person left them. */
final class TriageArrangement {
    private static final Range LEFT = new Range(220, 420, 900);
    private static final Range RIGHT = new Range(376, 680, 780);
    private static final String TURNED = "turned";

    private final Surroundings around;
    private final Region left;

    TriageArrangement(Surroundings around, BorderPane body, Region left, Region right) {
        this.around = around;
        this.left = left;
        SideDivider first = new SideDivider(left, true, LEFT, around.view().number("triage.left"),
                width -> around.remember("triage.left", String.valueOf(width)));
        SideDivider second = new SideDivider(right, false, RIGHT, around.view().number("triage.right"),
                width -> around.remember("triage.right", String.valueOf(width)));
        first.setName(around.texts().of("divider.left"));
        second.setName(around.texts().of("divider.right"));
        Node middle = body.getCenter();
        // the tab key goes through the panes in the order in which they were put in
        body.setCenter(null);
        body.setLeft(first);
        body.setCenter(middle);
        body.setRight(second);
        if (around.view().text("triage.turned").filter(Boolean::parseBoolean).isPresent()) {
            left.getStyleClass().add(TURNED);
        }
    }

    /** In a narrow window the left pane is folded away unless asked for; in a wide one the other way round. */
    void fold() {
        boolean turned = !left.getStyleClass().remove(TURNED);
        if (turned) {
            left.getStyleClass().add(TURNED);
        }
        around.remember("triage.turned", String.valueOf(turned));
    }
}
