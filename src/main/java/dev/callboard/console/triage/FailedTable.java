package dev.callboard.console.triage;

import java.text.MessageFormat;
import java.util.List;
import java.util.function.Function;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ColumnHeads;
import dev.callboard.parts.ColumnRoom;
import dev.callboard.parts.DrawnCell;
import dev.callboard.parts.Labels;
import dev.callboard.parts.News;
import dev.callboard.parts.ShownCells;
import dev.callboard.parts.WordsCell;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobKey;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;

/**
 * The list of failed jobs. Ticks and the current row belong to the model, by queue and id: a table's own selection does not
 * survive its rows being replaced.
 */
final class FailedTable {
    private static final PseudoClass TICKED = PseudoClass.getPseudoClass("ticked");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass FOREIGN = PseudoClass.getPseudoClass("foreign");
    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");

    /** Room for a number that is never cut, in pixels. */
    private static final double NUMBERS = 56;
    /** A time of today's, and one of an earlier day, in pixels; neither is ever cut. */
    private static final double TIME = 74;
    private static final double WITH_DAY = 108;
    private static final int ONLY_TIME = "14:05:31".length();
    /** An error says something from this on, in pixels. */
    private static final double LEAST_ERROR = 120;

    private final TableView<FailedJob> table;
    private final TriageModel model;
    private final News<FailedJob> news;
    private final ShownCells cells = new ShownCells();
    private final Surroundings around;

    FailedTable(TableView<FailedJob> table, TriageModel model, Surroundings around) {
        this.table = table;
        this.model = model;
        this.around = around;
        table.setItems(model.rows());
        this.news = new News<>(model.rows(), FailedJob::key);
        table.setRowFactory(factory -> new Row());
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !model.rows().isMoving()) {
                model.inspection().look(now);
            }
        });
        fill(table.getColumns());
        ColumnHeads.fit(table);
        table.getColumns().subList(2, 4)
                .forEach(column -> column.setMinWidth(Math.max(column.getMinWidth(), NUMBERS)));
        model.rows().addListener((ListChangeListener<FailedJob>) change -> fitTimes());
        ColumnRoom.fill(table, table.getColumns().get(5), LEAST_ERROR);
        model.currentProperty().addListener((property, before, now) -> refresh());
        model.list().ticks().changesProperty().addListener((property, before, now) -> refresh());
        model.list().newsProperty().addListener((property, before, now) -> refresh());
        model.list().moved().addListener((SetChangeListener<JobKey>) change -> refresh());
    }

    /** The columns in the order in which the FXML declares them. */
    @SuppressWarnings("unchecked")
    private void fill(List<TableColumn<FailedJob, ?>> declared) {
        List<TableColumn<FailedJob, FailedJob>> columns = declared.stream()
                .map(column -> (TableColumn<FailedJob, FailedJob>) column).toList();
        var texts = around.texts();
        ticks(columns.get(0));
        text(columns.get(1), this::failedAt);
        text(columns.get(2), FailedJob::shownNumber);
        text(columns.get(3), job -> TriageWords.order(job, texts), "order");
        text(columns.get(4), TriageWords::customer, "name");
        error(columns.get(5));
        text(columns.get(6), job -> model.list().moved().contains(job.key()) ? "" : TriageWords.tries(job), "right",
                "muted");
        text(columns.get(7), job -> job.stake() == null ? "" : around.formats().money(job.stake()), "right", "last",
                "strong");
    }

    /** Of earlier days the day is told as well. The oldest row is the last. */
    private void fitTimes() {
        TableColumn<FailedJob, ?> times = table.getColumns().get(1);
        double needed = !model.rows().isEmpty() && failedAt(model.rows().getLast()).length() > ONLY_TIME ? WITH_DAY
                : TIME;
        times.setPrefWidth(Math.max(needed, times.getMinWidth()));
    }

    private String failedAt(FailedJob job) {
        return around.formats().secondsOrDay(job.failedAt(), around.clock().nowProperty().get());
    }

    /** Draws every row again. */
    void refresh() {
        cells.redraw();
        FailedJob current = model.currentProperty().get();
        if (current != null && !current.equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().select(current);
        }
    }

    private void ticks(TableColumn<FailedJob, FailedJob> column) {
        column.getStyleClass().add("first");
        values(column);
        column.setCellFactory(factory -> new TickCell());
    }

    private void text(TableColumn<FailedJob, FailedJob> column, Function<FailedJob, String> words, String... classes) {
        column.getStyleClass().addAll(classes);
        values(column);
        column.setCellFactory(factory -> new WordsCell<>(cells, words));
    }

    /** The error, or for a row that has moved away, that it has. */
    private void error(TableColumn<FailedJob, FailedJob> column) {
        column.getStyleClass().add("muted");
        values(column);
        column.setCellFactory(factory -> new DrawnCell<>(cells) {
            @Override
            protected void draw(FailedJob job) {
                boolean moved = job != null && model.list().moved().contains(job.key());
                setGraphic(moved ? new FontIcon("fth-corner-down-right") : null);
                setText(job == null ? null : moved ? movedWords(job) : TriageWords.error(job, around.texts()));
                Labels.tip(this, getText());
            }
        });
    }

    /** What happened to a row that has moved away, and by whom. */
    private String movedWords(FailedJob job) {
        AuditRow act = model.list().act(job);
        if (act == null) {
            return around.texts().of("triage.moved");
        }
        String what = around.texts().named("triage.moved_by", act.action().replace('.', '_'));
        return what.equals(act.action().replace('.', '_'))
                ? around.texts().of("triage.moved_how", act.action(), act.actor())
                : MessageFormat.format(what, act.actor());
    }

    private static void values(TableColumn<FailedJob, FailedJob> column) {
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    }

    private final class Row extends TableRow<FailedJob> implements ShownCells.Redrawn {
        Row() {
            news.mark(this);
            cells.add(this);
        }

        @Override
        protected void updateItem(FailedJob job, boolean empty) {
            super.updateItem(job, empty);
            redraw();
            if (!empty && job != null && getIndex() >= model.rows().size() - 1) {
                model.readMore();
            }
        }

        @Override
        public void redraw() {
            FailedJob job = isEmpty() ? null : getItem();
            FailedJob current = model.currentProperty().get();
            pseudoClassStateChanged(TICKED, job != null && model.list().ticks().has(job));
            pseudoClassStateChanged(FOREIGN, job != null && job.order() == null);
            pseudoClassStateChanged(MOVED, job != null && model.list().moved().contains(job.key()));
            pseudoClassStateChanged(CURRENT, job != null && current != null && current.isSameAs(job));
        }
    }

    private final class TickCell extends DrawnCell<FailedJob> {
        private final CheckBox box = new CheckBox();

        TickCell() {
            super(cells);
            box.setFocusTraversable(false);
            box.setOnAction(press -> model.toggle(getItem()));
            box.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
                if (press.isShiftDown()) {
                    model.extendTo(getItem());
                    press.consume();
                }
            });
        }

        @Override
        protected void draw(FailedJob job) {
            setGraphic(job == null ? null : box);
            if (job != null) {
                box.setSelected(model.list().ticks().has(job));
                box.setDisable(model.list().moved().contains(job.key()) || model.sight().staleProperty().get());
                box.setAccessibleText(around.texts().of("triage.tick", job.shownNumber()));
            }
        }
    }
}
