package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Walks a laid out scene and names what a person would see as broken: cut words, overlaps, nodes outside their place. */
public final class LayoutFaults {
    /** Rounding to whole pixels, on both sides. */
    private static final double TOLERANCE = 1.6;

    private final List<String> faults = new ArrayList<>();

    private LayoutFaults() {}

    /** Everything that is wrong under the node. Its scene must have been laid out. */
    public static List<String> in(Node root) {
        LayoutFaults found = new LayoutFaults();
        found.walk(root);
        return List.copyOf(found.faults);
    }

    private void walk(Node node) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label) {
            checkWords(label);
        }
        if (node instanceof ScrollPane pane) {
            checkScrolled(pane);
        }
        if (node instanceof Parent parent) {
            if (parent instanceof Region region && region.getClip() == null && !(parent instanceof Labeled)) {
                parent.getChildrenUnmodifiable().forEach(child -> checkInside(child, region));
            }
            if (parent instanceof HBox || parent instanceof VBox || parent instanceof GridPane
                    || parent instanceof FlowPane || parent instanceof BorderPane) {
                checkApart((Pane) parent);
            }
            parent.getChildrenUnmodifiable().forEach(this::walk);
        }
    }

    /** Words may end in an ellipsis where the tooltip says them whole. */
    private void checkWords(Labeled label) {
        if (label.getText() == null || label.getText().isEmpty() || label.getWidth() == 0) {
            return;
        }
        boolean cut = label.getChildrenUnmodifiable().stream()
                .anyMatch(child -> child instanceof Text shown && child != label.getGraphic()
                        && !shown.getText().equals(label.getText()));
        if (cut && !saysItWhole(label)) {
            faults.add("cut: " + label.getText() + " " + place(label));
        }
    }

    /** By its own tooltip, or by that of the control that it stands in. */
    private static boolean saysItWhole(Labeled label) {
        if (Labels.isTipped(label)) {
            return true;
        }
        for (Node at = label; at != null; at = at.getParent()) {
            Tooltip tooltip = at instanceof Control control ? control.getTooltip() : null;
            if (tooltip != null && tooltip.getText() != null && tooltip.getText().contains(label.getText())) {
                return true;
            }
        }
        return false;
    }

    private void checkScrolled(ScrollPane pane) {
        if (pane.getHbarPolicy() == ScrollPane.ScrollBarPolicy.NEVER && pane.getContent() != null
                && pane.getContent().getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + TOLERANCE) {
            faults.add("wider than its scroll pane: " + name(pane.getContent()) + " " + place(pane));
        }
    }

    private void checkInside(Node child, Region parent) {
        if (!child.isVisible() || !child.isManaged() || isEmpty(child) || isScrolled(parent)) {
            return;
        }
        Bounds here = laidOut(child);
        if (here.getMinX() < -TOLERANCE || here.getMinY() < -TOLERANCE
                || here.getMaxX() > parent.getWidth() + TOLERANCE || here.getMaxY() > parent.getHeight() + TOLERANCE) {
            faults.add("outside: " + name(child) + " " + text(here) + " in " + name(parent) + " "
                    + Math.round(parent.getWidth()) + "x" + Math.round(parent.getHeight()) + " " + place(parent));
        }
    }

    /** What scrolls may be longer than what is seen of it. */
    private static boolean isScrolled(Region parent) {
        return parent.getStyleClass().contains("viewport")
                || parent.getParent() != null && parent.getParent().getStyleClass().contains("viewport");
    }

    private void checkApart(Pane parent) {
        List<Node> shown = parent.getChildren().stream()
                .filter(child -> child.isVisible() && child.isManaged() && !isEmpty(child)).toList();
        for (int one = 0; one < shown.size(); one++) {
            for (int other = one + 1; other < shown.size(); other++) {
                Bounds a = laidOut(shown.get(one));
                Bounds b = laidOut(shown.get(other));
                double wide = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
                double high = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
                if (wide > TOLERANCE && high > TOLERANCE && !isMeantToOverlap(parent)) {
                    faults.add("overlap: " + name(shown.get(one)) + " and " + name(shown.get(other)) + " "
                            + place(parent));
                }
            }
        }
    }

    /** A negative spacing is a layout's own wish. */
    private static boolean isMeantToOverlap(Pane parent) {
        return parent instanceof VBox column && column.getSpacing() < 0
                || parent instanceof HBox row && row.getSpacing() < 0;
    }

    private static boolean isEmpty(Node node) {
        if (node instanceof Labeled label && label.getGraphic() == null
                && (label.getText() == null || label.getText().isEmpty())) {
            return true;
        }
        Bounds size = node.getLayoutBounds();
        return size.getWidth() <= 0 || size.getHeight() <= 0;
    }

    /** Where the layout put it, without shadows and rotations. */
    private static Bounds laidOut(Node node) {
        Bounds size = node.getLayoutBounds();
        double x = node.getLayoutX() + size.getMinX();
        double y = node.getLayoutY() + size.getMinY();
        return new javafx.geometry.BoundingBox(x, y, size.getWidth(), size.getHeight());
    }

    private static String text(Bounds bounds) {
        return Math.round(bounds.getMinX()) + "," + Math.round(bounds.getMinY()) + " " + Math.round(bounds.getWidth())
                + "x" + Math.round(bounds.getHeight());
    }

    private static String name(Node node) {
        String words = node instanceof Labeled label && label.getText() != null ? " '" + label.getText() + "'" : "";
        String id = node.getId() == null ? "" : "#" + node.getId();
        return node.getClass().getSimpleName() + id + String.join(".", node.getStyleClass()) + words;
    }

    /** The nearest ancestors that have a name. */
    private static String place(Node node) {
        StringBuilder path = new StringBuilder();
        int shown = 0;
        for (Parent at = node.getParent(); at != null && shown < 3; at = at.getParent()) {
            if (at.getId() != null || !at.getStyleClass().isEmpty()) {
                path.append(" < ").append(at.getId() == null ? at.getStyleClass().getFirst() : "#" + at.getId());
                shown++;
            }
        }
        return path.toString();
    }
}
