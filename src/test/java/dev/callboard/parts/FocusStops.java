package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;

/** What the tab key comes to, and whether that is the order in which people read. */
public final class FocusStops {
    /** Two that lie so far over each other stand in one line, in pixels. */
    private static final double SAME_LINE = 4;

    private FocusStops() {}

    /** Everything under the node that takes the focus now, in the order of the scene. */
    public static List<Node> in(Node root) {
        List<Node> stops = new ArrayList<>();
        collect(root, stops);
        return stops;
    }

    private static void collect(Node node, List<Node> stops) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable() && !isLeftToArrows(node)) {
            stops.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
        }
    }

    /** Of choices that belong together the tab key comes to the one that is taken; the arrows lead to the others. */
    private static boolean isLeftToArrows(Node node) {
        return node instanceof ToggleButton choice && choice.getToggleGroup() != null
                && choice.getToggleGroup().getSelectedToggle() != null && !choice.isSelected();
    }

    /**
     * Siblings that the tab key comes to against the reading order: one that lies wholly above or, in the same line,
     * wholly before the one that is come to before it.
     */
    public static List<String> againstReading(Node root) {
        List<String> wrong = new ArrayList<>();
        if (root instanceof Parent parent && root.isVisible()) {
            Node before = null;
            for (Node child : parent.getChildrenUnmodifiable()) {
                wrong.addAll(againstReading(child));
                if (in(child).isEmpty()) {
                    continue;
                }
                if (before != null && isAgainst(before, child)) {
                    wrong.add(name(before) + " comes before " + name(child) + " in " + name(parent));
                }
                before = child;
            }
        }
        return wrong;
    }

    private static boolean isAgainst(Node first, Node second) {
        Bounds a = first.localToScene(first.getLayoutBounds());
        Bounds b = second.localToScene(second.getLayoutBounds());
        boolean above = b.getMaxY() <= a.getMinY() + SAME_LINE && b.getMinX() < a.getMaxX();
        boolean sameLine = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY()) > SAME_LINE;
        return above || sameLine && b.getMaxX() <= a.getMinX() + SAME_LINE;
    }

    /** What a person would call it. */
    public static String name(Node node) {
        String words = node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()
                ? labeled.getText() : node.getAccessibleText();
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId())
                + (words == null ? "" : " '" + words + "'");
    }
}
