package dev.callboard.parts;

import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Columns that are as wide as their heads need in the language that is spoken. */
public final class ColumnHeads {
    private static final Font HEAD = Font.font("Callboard Sans SemiBold", 12);
    private static final double PADDING = 16;
    private static final double AT_THE_EDGE = 14;
    private static final double SPACED = 6;
    private static final double ARROW = 16;
    /** What stands around a chip's words: its icon, and the edges of chip and cell. */
    private static final double CHIP = 44;

    private ColumnHeads() {}

    /** Widens every column whose head would be cut. */
    public static void fit(TableView<?> table) {
        for (TableColumn<?, ?> column : table.getColumns()) {
            if (column.getText() != null && !column.getText().isEmpty()) {
                double needed = needed(column);
                column.setMinWidth(Math.max(column.getMinWidth(), needed));
                column.setPrefWidth(Math.max(column.getPrefWidth(), needed));
            }
        }
    }

    /** How wide a column of chips must be for one with these words, in pixels. */
    public static double ofChip(String words) {
        return width(words) + CHIP;
    }

    /** How wide the words are as the head of a column, in pixels. */
    static double width(String words) {
        Text head = new Text(words);
        head.setFont(HEAD);
        return Math.ceil(head.getLayoutBounds().getWidth());
    }

    private static double needed(TableColumn<?, ?> column) {
        boolean edge = column.getStyleClass().contains("first") || column.getStyleClass().contains("last");
        return width(column.getText()) + PADDING + (edge ? AT_THE_EDGE : 0)
                + (column.getStyleClass().contains("spaced") ? SPACED : 0)
                + (column.isSortable() ? ARROW : 0);
    }
}
