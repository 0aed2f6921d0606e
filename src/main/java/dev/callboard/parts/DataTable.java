package dev.callboard.parts;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/**
 * Gives a table rows that keep their place by id. The current row is whatever the owner says it is: a table's own
 * selection does not survive its rows being replaced.
 *
 * @param <T> a row
 */
public final class DataTable<T> {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final TableView<T> table;
    private final Function<T, ?> id;
    private final News<T> news;
    private final ShownCells shownRows = new ShownCells();
    private final ShownCells shownCells = new ShownCells();
    private final ReadOnlyObjectWrapper<Object> current = new ReadOnlyObjectWrapper<>();
    private Runnable endInSight = () -> {};

    /** @param id what a row is recognised by */
    public DataTable(TableView<T> table, ObservableList<T> rows, Function<T, ?> id) {
        this.table = table;
        this.id = id;
        this.news = new News<>(rows, id);
        table.setItems(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        table.setRowFactory(factory -> new Row());
        current.addListener((property, before, now) -> shownRows.redraw());
    }

    /** Calls with each row that a person chooses; what the table selects because its rows move, nobody has chosen. */
    public void onLook(Consumer<T> look) {
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !isMoving()) {
                look.accept(now);
            }
        });
        table.getItems().addListener((ListChangeListener<T>) change -> selectCurrent());
    }

    private boolean isMoving() {
        return table.getItems() instanceof Rows<T> rows && rows.isMoving();
    }

    /** When its row has gone a table selects the neighbour: the current row is selected again, or none. */
    private void selectCurrent() {
        if (isMoving() && current.get() != null) {
            int place = place(current.get());
            if (place < 0) {
                table.getSelectionModel().clearSelection();
            } else if (table.getSelectionModel().getSelectedIndex() != place) {
                table.getSelectionModel().clearAndSelect(place);
            }
        }
    }

    /** Where the row of that id stands; negative where there is none. */
    private int place(Object rowId) {
        List<T> rows = table.getItems();
        for (int index = 0; index < rows.size(); index++) {
            if (Objects.equals(id.apply(rows.get(index)), rowId)) {
                return index;
            }
        }
        return -1;
    }

    /** Calls when the last row comes into sight. */
    public void onEnd(Runnable more) {
        endInSight = more;
    }

    /** Marks the row of that id as the current one. */
    public void mark(Object rowId) {
        current.set(rowId);
    }

    /** Draws every cell again, where what it shows lies outside of its row. */
    public void redraw() {
        shownCells.redraw();
    }

    /** Chooses the row that many places further down, or up for a negative number. */
    public void step(int by) {
        List<T> rows = table.getItems();
        int here = place(current.get());
        int there = Math.clamp(here + by, 0, Math.max(0, rows.size() - 1));
        if (!rows.isEmpty()) {
            table.getSelectionModel().clearAndSelect(there);
            table.scrollTo(Math.max(0, there - 3));
        }
    }

    /** Fills a column with words. @param classes of its cells and head: {@code right}, {@code muted}, … */
    public void text(TableColumn<T, T> column, Function<T, String> words, String... classes) {
        column.getStyleClass().addAll(classes);
        ColumnHeads.fit(table);
        values(column);
        column.setCellFactory(factory -> new WordsCell<>(shownCells, words));
    }

    /** Fills a column with nodes, or with words where the function answers a text only. */
    public void node(TableColumn<T, T> column, BiFunction<T, TableCell<T, T>, Node> node, String... classes) {
        column.getStyleClass().addAll(classes);
        ColumnHeads.fit(table);
        values(column);
        column.setCellFactory(factory -> new DrawnCell<>(shownCells) {
            @Override
            protected void draw(T row) {
                setGraphic(row == null ? null : node.apply(row, this));
            }
        });
    }

    private void values(TableColumn<T, T> column) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    }

    private final class Row extends TableRow<T> implements ShownCells.Redrawn {
        Row() {
            news.mark(this);
            shownRows.add(this);
        }

        @Override
        protected void updateItem(T row, boolean empty) {
            super.updateItem(row, empty);
            redraw();
            if (!empty && row != null && getIndex() >= getTableView().getItems().size() - 1) {
                endInSight.run();
            }
        }

        @Override
        public void redraw() {
            pseudoClassStateChanged(CURRENT,
                    !isEmpty() && getItem() != null && Objects.equals(id.apply(getItem()), current.get()));
        }
    }
}
