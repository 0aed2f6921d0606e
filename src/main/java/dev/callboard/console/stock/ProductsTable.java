package dev.callboard.console.stock;

import java.util.List;
import java.util.Map;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Chip;
import dev.callboard.parts.ColumnHeads;
import dev.callboard.parts.ColumnRoom;
import dev.callboard.parts.DataTable;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Meaning;
import dev.callboard.stock.StockQuestion;
import dev.callboard.stock.StockRow;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Every product in a row. Where the table is narrow the chips say their figure alone, with the words in their tooltip,
 * and then it does without the time of the last movement, which stands in the ledger beside it too.
 */
final class ProductsTable {
    private static final double LEAST_NAME = 150;
    private static final double SCROLL_BAR = 14;
    private static final int MANY = 99;

    private final TableView<StockRow> table;
    private final Columns columns;
    private final Surroundings around;
    private final StockModel model;
    private final DataTable<StockRow> rows;
    private final double wordyDrift;
    private final double briefDrift;
    private boolean isWordy = true;

    /** The columns, in their order. */
    record Columns(TableColumn<StockRow, StockRow> sku, TableColumn<StockRow, StockRow> product,
            TableColumn<StockRow, StockRow> onHand, TableColumn<StockRow, StockRow> held,
            TableColumn<StockRow, StockRow> available, TableColumn<StockRow, StockRow> gate,
            TableColumn<StockRow, StockRow> drift, TableColumn<StockRow, StockRow> moved) {}

    ProductsTable(TableView<StockRow> table, Columns columns, Surroundings around, StockModel model) {
        this.table = table;
        this.columns = columns;
        this.around = around;
        this.model = model;
        this.rows = new DataTable<>(table, model.rows(), row -> row.product().sku());
        rows.onLook(row -> model.look(row.product().sku()));
        rows.onEnd(model::readMore);
        fill();
        sort();
        var texts = around.texts();
        briefDrift = columns.drift().getMinWidth();
        wordyDrift = List.of(texts.of("stock.oversell", MANY), texts.of("stock.sells_too_few", MANY),
                texts.of("stock.sold_out")).stream().mapToDouble(ColumnHeads::ofChip).reduce(briefDrift, Math::max);
        columns.drift().setPrefWidth(wordyDrift);
        table.widthProperty().addListener((property, before, now) -> fit(now.doubleValue() - SCROLL_BAR));
        ColumnRoom.fill(table, columns.product(), LEAST_NAME);
    }

    private void fill() {
        rows.text(columns.sku(), row -> row.product().sku(), "first", "muted");
        rows.text(columns.product(), row -> row.product().name(), "name", "medium");
        rows.text(columns.onHand(), row -> around.formats().count(row.product().onHand()), "right");
        rows.text(columns.held(), row -> around.formats().count(row.product().held()), "right", "muted");
        rows.text(columns.available(), row -> around.formats().count(row.product().available()), "right", "strong");
        rows.node(columns.gate(), (row, cell) -> gateFigure(row), "right");
        rows.node(columns.drift(), (row, cell) -> driftChip(row));
        rows.text(columns.moved(), row -> row.movedAt() == null ? ""
                : around.formats().minutesOrDay(row.movedAt(), around.clock().nowProperty().get()), "right", "last",
                "muted");
    }

    private void sort() {
        Map<TableColumn<StockRow, ?>, StockQuestion.Column> asked = Map.of(columns.sku(), StockQuestion.Column.SKU,
                columns.product(), StockQuestion.Column.NAME, columns.onHand(), StockQuestion.Column.ON_HAND,
                columns.held(), StockQuestion.Column.HELD, columns.available(), StockQuestion.Column.AVAILABLE);
        table.getSortOrder().add(columns.product());
        table.setSortPolicy(sorted -> {
            if (!sorted.getSortOrder().isEmpty()) {
                TableColumn<StockRow, ?> by = sorted.getSortOrder().getFirst();
                model.sort(new StockQuestion.Order(asked.get(by),
                        by.getSortType() == TableColumn.SortType.DESCENDING));
            }
            return true;
        });
    }

    private void fit(double width) {
        boolean wordy = needed(wordyDrift) <= width;
        columns.drift().setPrefWidth(wordy ? wordyDrift : briefDrift);
        columns.moved().setVisible(needed(wordy ? wordyDrift : briefDrift) <= width);
        if (wordy != isWordy) {
            isWordy = wordy;
            rows.redraw();
        }
    }

    private double needed(double drift) {
        return LEAST_NAME + drift + table.getColumns().stream()
                .filter(column -> column != columns.product() && column != columns.drift())
                .mapToDouble(column -> Math.max(column.getPrefWidth(), column.getMinWidth())).sum();
    }

    private Node gateFigure(StockRow row) {
        StockSnapshot now = model.sight().snapshotProperty().get();
        Long promised = now.promised(row.product().sku());
        long more = now.drift(row.product().sku());
        Label figure = Labels.whole(promised == null ? "…" : around.formats().count(promised), "dense");
        if (more != 0) {
            figure.getStyleClass().addAll("semibold", more > 0 ? "failed-text" : "warning-text");
        }
        return figure;
    }

    private Node driftChip(StockRow row) {
        long more = model.sight().snapshotProperty().get().drift(row.product().sku());
        var texts = around.texts();
        if (more > 0) {
            return chip(Meaning.FAILED, "fth-alert-triangle", texts.of("stock.oversell", more), "+" + more);
        }
        if (more < 0) {
            return chip(Meaning.WARNING, "fth-alert-circle", texts.of("stock.sells_too_few", -more), "−" + -more);
        }
        return row.product().available() > 0 ? null
                : chip(Meaning.NEUTRAL, isWordy ? null : "fth-slash", texts.of("stock.sold_out"), "");
    }

    private Chip chip(Meaning meaning, String icon, String words, String brief) {
        Chip chip = new Chip(meaning, icon, isWordy ? words : brief);
        if (!isWordy) {
            Labels.tip(chip, words);
            chip.setAccessibleText(words);
        }
        return chip;
    }

    /** Says why there is no row. */
    void showEmpty(StockQuestion asked) {
        var texts = around.texts();
        table.setPlaceholder(asked.match().isEmpty()
                ? new EmptyState("fth-package", texts.of("stock.empty." + asked.filter()),
                        texts.of("stock.empty_detail"))
                : new EmptyState("fth-search", texts.of("stock.no_match", asked.match()),
                        texts.of("triage.no_match_detail")));
    }

    void redraw() {
        rows.redraw();
    }

    void mark(String sku) {
        rows.mark(sku);
    }

    void step(int by) {
        rows.step(by);
    }
}
