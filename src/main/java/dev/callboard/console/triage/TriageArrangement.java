package dev.callboard.console.triage;

import java.util.List;

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
    /** In a wide window the pane is there unless it was folded away. */
    private static final String FOLDED = "folded";
    /** In a narrow one it is away unless it was opened. */
    private static final String OPENED = "opened";

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
        for (String how : List.of(FOLDED, OPENED)) {
            if (around.view().text("triage." + how).filter(Boolean::parseBoolean).isPresent()) {
                left.getStyleClass().add(how);
            }
        }
    }

    /** Folds the left pane away or brings it back; narrow and wide windows remember it each for themselves. */
    void fold() {
        String how = isNarrow() ? OPENED : FOLDED;
        boolean now = !left.getStyleClass().remove(how);
        if (now) {
            left.getStyleClass().add(how);
        }
        around.remember("triage." + how, String.valueOf(now));
    }

    private boolean isNarrow() {
        Node node = left;
        while (node != null && !node.getStyleClass().contains("narrow")) {
            node = node.getParent();
        }
        return node != null;
    }
}
