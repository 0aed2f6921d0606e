package dev.callboard.parts;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Gives one column the room that the others leave, exactly: what a table's own constrained policy does leaves columns
 * outside of their table where its place became narrower.
 */
public final class ColumnRoom {
    private final TableView<?> table;
    private final TableColumn<?, ?> elastic;
    private final double least;
    private ScrollBar bar;

    private ColumnRoom(TableView<?> table, TableColumn<?, ?> elastic, double least) {
        this.table = table;
        this.elastic = elastic;
        this.least = least;
    }

    /** @param elastic takes what is left @param least but never less than this, in pixels */
    public static void fill(TableView<?> table, TableColumn<?, ?> elastic, double least) {
        ColumnRoom room = new ColumnRoom(table, elastic, least);
        table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        table.widthProperty().addListener(change -> room.share());
        table.skinProperty().addListener(change -> room.findBar());
        table.getColumns().forEach(column -> {
            if (column != elastic) {
                column.widthProperty().addListener(change -> room.share());
                column.visibleProperty().addListener(change -> room.share());
            }
        });
    }

    private void findBar() {
        bar = table.lookupAll(".scroll-bar").stream().filter(ScrollBar.class::isInstance).map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == Orientation.VERTICAL).findFirst().orElse(null);
        if (bar != null) {
            bar.visibleProperty().addListener(change -> share());
            bar.widthProperty().addListener(change -> share());
        }
        share();
    }

    private void share() {
        double others = table.getColumns().stream().filter(column -> column != elastic && column.isVisible())
                .mapToDouble(TableColumn::getWidth).sum();
        double scroll = bar != null && bar.isVisible() ? bar.getWidth() : 0;
        elastic.setPrefWidth(Math.max(least, Math.floor(table.getWidth() - scroll - others)));
    }
}
