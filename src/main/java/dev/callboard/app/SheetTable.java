package dev.callboard.app;

import java.util.List;
import java.util.Set;

import dev.callboard.parts.DataTable;
import dev.callboard.parts.Labels;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The little table of failed jobs that the sheet of states shows in each of them. */
final class SheetTable {
    private static final PseudoClass TICKED = PseudoClass.getPseudoClass("ticked");

    /** One failed job. */
    record Job(String failedAt, String order, String error, String stake) {}

    static final List<Job> JOBS = List.of(new Job("14:05:31", "20836", "SMTP timeout after 10 s", "€ 48.20"),
            new Job("14:04:12", "20834", "SMTP timeout after 10 s", "€ 219.00"),
            new Job("14:02:07", "20811", "SMTP timeout after 10 s", "€ 184.50"),
            new Job("14:01:44", "20809", "SMTP 421 try again later", "€ 32.75"),
            new Job("14:01:02", "20806", "SMTP timeout after 10 s", "€ 74.10"),
            new Job("14:00:38", "20805", "SMTP timeout after 10 s", "€ 412.00"),
            new Job("13:59:50", "20802", "SMTP connection reset", "€ 26.40"));

    /** What may be done with the ticks. */
    enum Ticks {
        OPEN, LOCKED, SET
    }

    private final Ticks ticks;

    SheetTable(Ticks ticks) {
        this.ticks = ticks;
    }

    /** @param placeholder shown where there are no jobs */
    TableView<Job> of(List<Job> jobs, Node placeholder) {
        TableView<Job> table = new TableView<>();
        table.getStyleClass().addAll("short", "sheet-table");
        table.setFixedCellSize(36);
        TableColumn<Job, Job> tick = column("", 38);
        CheckBox all = box();
        all.setDisable(false);
        tick.setGraphic(all);
        TableColumn<Job, Job> failedAt = column("Failed at", 76);
        TableColumn<Job, Job> order = column("Order", 64);
        TableColumn<Job, Job> error = column("Error", 0);
        TableColumn<Job, Job> stake = column("At stake", 96);
        table.getColumns().addAll(List.of(tick, failedAt, order, error, stake));
        DataTable<Job> rows = new DataTable<>(table, FXCollections.observableArrayList(jobs), Job::order);
        rows.node(tick, (job, cell) -> box(), "first");
        rows.text(failedAt, Job::failedAt);
        rows.text(order, Job::order);
        rows.text(error, Job::error, "muted");
        rows.node(stake, (job, cell) -> Labels.whole(job.stake(), "dense", "semibold"), "right", "last");
        if (ticks == Ticks.SET) {
            table.setRowFactory(factory -> new TickedRow());
        }
        table.setPlaceholder(placeholder);
        table.setAccessibleText("Failed jobs");
        return table;
    }

    private static final class TickedRow extends TableRow<Job> {
        @Override
        protected void updateItem(Job job, boolean empty) {
            super.updateItem(job, empty);
            pseudoClassStateChanged(TICKED, !empty);
        }
    }

    private CheckBox box() {
        CheckBox box = new CheckBox();
        box.setAccessibleText("chosen");
        box.setSelected(ticks == Ticks.SET);
        box.setDisable(ticks == Ticks.LOCKED);
        return box;
    }

    private static TableColumn<Job, Job> column(String name, double width) {
        TableColumn<Job, Job> column = new TableColumn<>(name);
        column.setSortable(false);
        column.setReorderable(false);
        if (width > 0) {
            column.setPrefWidth(width);
            column.setResizable(false);
        }
        return column;
    }
}
