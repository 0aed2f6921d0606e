package dev.callboard.parts;

import java.util.List;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Grey bars in the rhythm of the rows that are being read. They stand still. */
public final class GhostRows extends VBox {

    /**
     * One column of bars.
     *
     * @param width of the column in pixels; 0 for what is left
     * @param bar longest bar in pixels
     */
    public record Column(double width, double bar, boolean right) {}

    /** How much of the longest bar a row fills, where the column is as wide as there is room. */
    private static final double[] RAGGED = {1, 0.73, 0.91, 0.83, 0.67, 0.95};
    private static final double BOX = 16;
    private static final List<Column> ANY = List.of(new Column(96, 56, false), new Column(72, 40, false),
            new Column(0, 180, false), new Column(72, 52, true));

    /** Bars for a list of any kind. */
    public GhostRows() {
        this(12, 36, ANY);
    }

    /** @param height of a row */
    public GhostRows(int rows, double height, List<Column> columns) {
        getStyleClass().add("ghost-rows");
        setMouseTransparent(true);
        for (int row = 0; row < rows; row++) {
            getChildren().add(row(RAGGED[row % RAGGED.length], height, columns));
        }
    }

    private static HBox row(double filled, double height, List<Column> columns) {
        HBox row = new HBox();
        row.getStyleClass().add("ghost-row");
        row.setMinHeight(height);
        row.setMaxHeight(height);
        for (Column column : columns) {
            Region bar = new Region();
            bar.getStyleClass().add("ghost");
            if (column.bar() <= BOX) {
                bar.getStyleClass().add("box");
            }
            double length = column.width() == 0 ? column.bar() * filled : column.bar();
            bar.setMinWidth(length);
            bar.setMaxWidth(length);
            HBox place = new HBox(bar);
            place.setAlignment(column.right() ? javafx.geometry.Pos.CENTER_RIGHT : javafx.geometry.Pos.CENTER_LEFT);
            if (column.width() == 0) {
                HBox.setHgrow(place, Priority.ALWAYS);
            } else {
                place.setMinWidth(column.width());
                place.setMaxWidth(column.width());
            }
            row.getChildren().add(place);
        }
        return row;
    }
}
