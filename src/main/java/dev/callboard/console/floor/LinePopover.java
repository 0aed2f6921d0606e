package dev.callboard.console.floor;

import java.util.List;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.AgeBar;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;

/** Who waits in a queue, in calling order. */
final class LinePopover {
    private static final double WIDTH = 380;
    private static final double ROW = 36;
    private static final int MOST_ROWS = 10;

    private final Surroundings around;
    private final FloorModel model;
    private final Overlay overlay;

    LinePopover(Surroundings around, FloorModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
    }

    void open(Node anchor, Queue queue, List<Ticket> line) {
        var texts = around.texts();
        Popover popover = new Popover(queue.name(), texts.of("desk.queue.waiting", line.size()), WIDTH);
        ListView<Ticket> rows = new ListView<>();
        rows.getItems().setAll(line);
        rows.setId("line");
        rows.setAccessibleText(queue.name());
        rows.setFixedCellSize(ROW);
        rows.setPrefHeight(ROW * Math.clamp(line.size(), 1, MOST_ROWS) + 2);
        rows.setPlaceholder(Labels.of(texts.of("floor.nobody_waits"), "dense", "muted"));
        rows.setCellFactory(factory -> new Row(queue));
        popover.fill(rows);
        ActionButton close = new ActionButton();
        close.setText(texts.of("key.close"));
        close.setKeys(texts.named("key", "Esc"));
        close.setOnAction(press -> overlay.close());
        popover.buttons(close);
        overlay.openPopover(popover, anchor,
                new Keymap().bindEverywhere("Esc", texts.of("key.close"), overlay::close));
        rows.requestFocus();
    }

    private final class Row extends ListCell<Ticket> {
        private final Queue queue;

        Row(Queue queue) {
            this.queue = queue;
        }

        @Override
        protected void updateItem(Ticket ticket, boolean empty) {
            super.updateItem(ticket, empty);
            setGraphic(empty || ticket == null ? null : row(ticket));
        }

        private Node row(Ticket ticket) {
            Label place = Labels.whole(String.valueOf(getIndex() + 1), "dense", "muted");
            place.setMinWidth(28);
            AgeBar age = new AgeBar();
            age.show(around.clock().since(ticket.joinedAt()), model.target(queue), model.limit(queue));
            HBox row = new HBox(8, place, Labels.whole(ticket.code(), "semibold"), Labels.space(), age);
            row.setAlignment(Pos.CENTER_LEFT);
            row.getStyleClass().add("line-row");
            return row;
        }
    }
}
