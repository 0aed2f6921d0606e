package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;

/** Finds tables that have more columns than room, and no bar by which the others could be reached. */
public final class LostColumns {
    private static final double TOLERANCE = 1.6;

    private LostColumns() {}

    /** Every such table under the node. Its scene must have been laid out. */
    public static List<String> in(Node node) {
        List<String> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof TableView<?> table) {
            double columns = table.getVisibleLeafColumns().stream().mapToDouble(TableColumnBase::getWidth).sum();
            if (columns > table.getWidth() + TOLERANCE && !isScrolled(table)) {
                found.add("columns of " + Math.round(columns) + " in a table of " + Math.round(table.getWidth()) + ": "
                        + table.getAccessibleText());
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean isScrolled(TableView<?> table) {
        return table.lookupAll(".scroll-bar").stream().anyMatch(bar -> bar instanceof ScrollBar across
                && across.getOrientation() == Orientation.HORIZONTAL && across.isVisible());
    }
}
