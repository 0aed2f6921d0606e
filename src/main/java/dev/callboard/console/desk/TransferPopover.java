package dev.callboard.console.desk;

import java.util.ArrayList;
import java.util.List;

import org.controlsfx.control.SegmentedButton;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.KeyHint;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.LetterBlock;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TransferPlace;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Into which queue a visitor goes, at which place, with what note. */
final class TransferPopover {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Surroundings around;
    private final DeskModel model;
    private final DeskPopovers popovers;
    private final List<Node> rows = new ArrayList<>();
    private Queue chosen;
    private TransferPlace place = TransferPlace.BY_ARRIVAL;

    TransferPopover(Surroundings around, DeskModel model, DeskPopovers popovers) {
        this.around = around;
        this.model = model;
        this.popovers = popovers;
    }

    void open(Node anchor, Ticket ticket, List<Queue> queues) {
        var texts = around.texts();
        List<Queue> others = queues.stream().filter(queue -> !queue.code().equals(ticket.queue())).toList();
        Popover popover = new Popover(texts.of("desk.transfer.title", ticket.code()), texts.of("desk.transfer.aside"),
                440);
        TextField note = new TextField();
        note.setId("transferNote");
        ActionButton goOn = popovers.button(texts.of("desk.transfer"), () -> model.transfer(chosen.code(), place,
                note.getText().isBlank() ? null : note.getText().strip()));
        goOn.disabledReasonProperty().set(texts.of("desk.transfer.choose"));
        Keymap keys = new Keymap();
        VBox list = new VBox();
        for (Queue queue : others) {
            Runnable choose = () -> choose(queue, others, goOn);
            HBox row = row(queue, rows.size() + 1);
            row.setOnMouseClicked(click -> choose.run());
            rows.add(row);
            list.getChildren().add(row);
            if (rows.size() < 10) {
                keys.bind(String.valueOf(rows.size()), queue.name(), choose);
            }
        }
        if (!others.isEmpty()) {
            choose(others.getFirst(), others, goOn);
        }
        popover.fill(list, Popover.row(texts.of("desk.transfer.place"), places()),
                Popover.row(texts.of("desk.transfer.note"), note));
        popovers.open(popover, anchor, goOn, keys);
        popover.requestFocus();
    }

    private HBox row(Queue queue, int digit) {
        Label name = Labels.of(queue.name(), "medium");
        Label waiting = Labels.of(around.texts().of("desk.queue.waiting", queue.waiting()), "dense", "muted");
        HBox row = new HBox(new KeyHint(String.valueOf(digit)), new LetterBlock(queue.code()), name, Labels.space(),
                waiting);
        row.getStyleClass().add("choice");
        return row;
    }

    private void choose(Queue queue, List<Queue> others, ActionButton goOn) {
        chosen = queue;
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index).pseudoClassStateChanged(CHOSEN, others.get(index).equals(queue));
        }
        goOn.disabledReasonProperty().set(null);
        goOn.setText(around.texts().of("desk.transfer.go", queue.code()));
    }

    private Node places() {
        SegmentedButton buttons = new SegmentedButton();
        for (TransferPlace each : List.of(TransferPlace.END, TransferPlace.BY_ARRIVAL, TransferPlace.FRONT)) {
            ToggleButton button = new ToggleButton(around.texts().of("desk.transfer.place." + each));
            button.setSelected(each == place);
            button.setOnAction(press -> place = each);
            buttons.getButtons().add(button);
        }
        return buttons;
    }
}
