package dev.callboard.console.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ColumnHeads;
import dev.callboard.parts.ColumnRoom;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Labels;
import dev.callboard.parts.News;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Rows;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.InLine;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** Everybody behind the next three, in calling order, and below them whoever waits where nobody is called now. */
final class WaitingTable {
    /** Rows that stay in view above one that was sought. */
    private static final int CONTEXT = 3;
    /** The column that takes what room is left. */
    private static final int QUEUE = 2;
    private static final double LEAST_QUEUE = 60;
    private static final String NO_PLACE = "–";

    private final Rows<Ticket> rows = new Rows<>(Ticket::id);
    private final Surroundings around;
    private final DeskRule rule;
    private final TableView<Ticket> table;
    private Map<String, String> queueNames = Map.of();
    private Set<String> stopped = Set.of();
    private Label waiting;

    WaitingTable(TableView<Ticket> table, Surroundings around, DeskRule rule) {
        this.around = around;
        this.rule = rule;
        this.table = table;
        table.setItems(rows);
        News<Ticket> news = new News<>(rows, Ticket::id);
        table.setRowFactory(factory -> {
            TableRow<Ticket> row = new TableRow<>();
            news.mark(row);
            return row;
        });
        Label nobody = Labels.of(around.texts().of("desk.nobody_behind"), "dense", "muted");
        table.setPlaceholder(nobody);
    }

    /** The row that a person chose, or null. */
    Ticket chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    /** Chooses the row of that ticket and brings it into view. @return false where it has none */
    boolean choose(UUID ticket) {
        for (int index = 0; index < rows.size(); index++) {
            if (rows.get(index).id().equals(ticket)) {
                table.getSelectionModel().clearAndSelect(index);
                table.scrollTo(Math.max(0, index - CONTEXT));
                return true;
            }
        }
        return false;
    }

    /** Offers the call of a chosen row by the right mouse button and by the keyboard's menu key. */
    void onCall(Runnable call) {
        MenuItem item = new MenuItem(around.texts().of("desk.call_chosen"), new FontIcon("fth-crosshair"));
        item.setOnAction(press -> call.run());
        table.setContextMenu(new ContextMenu(item));
    }

    /** What stands above the table. @param count how many wait @param bands from when a wait is too long */
    void head(Label count, Label bands) {
        waiting = Labels.tipped(count);
        Labels.tipped(bands);
        bands.setText(around.texts().of("desk.bands", Formats.span(rule.target()), Formats.span(rule.limit())));
    }

    void place(TableColumn<Ticket, Ticket> column) {
        text(column, (ticket, index) -> stopped.contains(ticket.queue()) ? NO_PLACE
                : String.valueOf(index + NextUpCard.ROWS + 1), "first", "muted");
    }

    void code(TableColumn<Ticket, Ticket> column) {
        text(column, (ticket, index) -> ticket.code(), "strong");
    }

    void queue(TableColumn<Ticket, Ticket> column) {
        text(column, (ticket, index) -> queueNames.getOrDefault(ticket.queue(), ticket.queue()), "muted");
    }

    void order(TableColumn<Ticket, Ticket> column) {
        column.setCellFactory(factory -> new TableCell<>() {
            @Override
            protected void updateItem(Ticket unused, boolean empty) {
                Ticket ticket = empty ? null : getTableRow().getItem();
                setGraphic(ticket == null || ticket.orderId() == null ? null : new FontIcon("fth-shopping-bag"));
            }
        });
        column.setCellValueFactory(cell -> new javafx.beans.property.SimpleObjectProperty<>(cell.getValue()));
    }

    void age(TableColumn<Ticket, Ticket> column) {
        column.getStyleClass().addAll("right", "last");
        column.setCellValueFactory(cell -> new javafx.beans.property.SimpleObjectProperty<>(cell.getValue()));
        column.setCellFactory(factory -> new AgeCell());
        ColumnHeads.fit(table);
        ColumnRoom.fill(table, table.getColumns().get(QUEUE), LEAST_QUEUE);
    }

    private interface Words {
        String of(Ticket ticket, int index);
    }

    private static void text(TableColumn<Ticket, Ticket> column, Words words, String... classes) {
        column.getStyleClass().addAll(classes);
        column.setCellValueFactory(cell -> new javafx.beans.property.SimpleObjectProperty<>(cell.getValue()));
        column.setCellFactory(factory -> new TableCell<>() {
            @Override
            protected void updateItem(Ticket ticket, boolean empty) {
                super.updateItem(ticket, empty);
                String said = empty || ticket == null ? null : words.of(ticket, getIndex());
                setText(said);
                Labels.tip(this, said);
            }

            @Override
            public void updateIndex(int index) {
                super.updateIndex(index);
                updateItem(getItem(), isEmpty());
            }
        });
    }

    void show(CounterSight sight) {
        queueNames = sight.allQueues().stream().collect(Collectors.toMap(Queue::code, Queue::name));
        stopped = sight.stopped().stream().map(Queue::code).collect(Collectors.toSet());
        List<Ticket> behind = Stream.concat(sight.line().stream().skip(NextUpCard.ROWS).map(InLine::ticket),
                sight.standing().stream()).toList();
        rows.become(behind, WaitingTable::looksTheSame);
        waiting.setText(around.texts().of("desk.waiting.count", sight.waiting()));
    }

    /** Everybody moves up with each call; that alone is no news of anybody. */
    private static boolean looksTheSame(Ticket shown, Ticket now) {
        return shown.queue().equals(now.queue()) && shown.joinedAt().equals(now.joinedAt())
                && Objects.equals(shown.orderId(), now.orderId());
    }

    private final class AgeCell extends TableCell<Ticket, Ticket> {
        private final AgeBar bar = new AgeBar();

        AgeCell() {
            around.clock().nowProperty().addListener(new javafx.beans.WeakInvalidationListener(tick));
        }

        private final javafx.beans.InvalidationListener tick = now -> draw();

        @Override
        protected void updateItem(Ticket ticket, boolean empty) {
            super.updateItem(ticket, empty);
            setGraphic(empty || ticket == null ? null : bar);
            draw();
        }

        private void draw() {
            if (getItem() != null) {
                bar.show(around.clock().since(getItem().joinedAt()), rule.target(), rule.limit());
            }
        }
    }
}
