package dev.callboard.parts;

import java.util.List;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A small table inside a card: a head and lines of labels, nothing in it is pressed. */
public final class PlainTable extends VBox {
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private final List<Column> columns;

    /**
     * One column.
     *
     * @param width in pixels; 0 for what is left
     * @param right true for figures
     */
    public record Column(String name, double width, boolean right) {}

    public PlainTable(List<Column> columns) {
        this.columns = columns.stream().map(PlainTable::wideEnough).toList();
        getStyleClass().add("plain-table");
        HBox head = new HBox(this.columns.stream().map(column -> sized(Labels.of(column.name()), column))
                .toArray(Node[]::new));
        head.getStyleClass().add("head");
        getChildren().add(head);
    }

    /** No head is cut in any language. */
    private static Column wideEnough(Column column) {
        double needed = ColumnHeads.width(column.name()) + 4;
        return column.width() == 0 || column.width() >= needed ? column
                : new Column(column.name(), needed, column.right());
    }

    /** Adds a line; one cell per column, none for an empty one. */
    public void line(Node... cells) {
        HBox line = new HBox();
        line.getStyleClass().add("line");
        for (int index = 0; index < cells.length; index++) {
            line.getChildren().add(sized(cells[index], columns.get(index)));
        }
        getChildren().forEach(other -> other.pseudoClassStateChanged(LAST, false));
        line.pseudoClassStateChanged(LAST, true);
        getChildren().add(line);
    }

    private static Node sized(Node cell, Column column) {
        Region place = cell instanceof Region region ? region : new HBox(cell);
        if (cell instanceof Label label) {
            label.setAlignment(column.right() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            if (!label.getText().isEmpty() && column.width() == 0) {
                label.setTooltip(new Tooltip(label.getText()));
            }
        }
        if (column.width() == 0) {
            HBox.setHgrow(place, Priority.ALWAYS);
            place.setMinWidth(0);
            place.setPrefWidth(10);
            place.setMaxWidth(Double.MAX_VALUE);
        } else {
            place.setMinWidth(column.width());
            place.setPrefWidth(column.width());
            place.setMaxWidth(column.width());
        }
        return place;
    }
}
