package dev.callboard.console.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.controlsfx.control.SegmentedButton;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.ChoiceRow;
import dev.callboard.parts.KeyHint;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.LetterBlock;
import dev.callboard.parts.Popover;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.QuotedWait;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TransferPlace;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;

/** Into which queue a visitor goes, at which place, with what note. */
final class TransferPopover {
    private static final Insets EDGE_TO_EDGE = new Insets(-8, -16, 0, -16);
    private final Surroundings around;
    private final DeskModel model;
    private final DeskPopovers popovers;
    private final List<ChoiceRow> rows = new ArrayList<>();
    private Queue chosen;
    private TransferPlace place = TransferPlace.BY_ARRIVAL;
    private Ticket visitor;
    private final Label inLine = Labels.of("", "dense", "muted");
    private final RuleWords words;

    TransferPopover(Surroundings around, DeskModel model, DeskPopovers popovers) {
        this.around = around;
        this.model = model;
        this.popovers = popovers;
        this.words = new RuleWords(around.texts(), around.formats());
    }

    void open(Node anchor, CounterSight sight) {
        Ticket ticket = sight.ticket();
        List<Queue> queues = sight.allQueues();
        visitor = ticket;
        var texts = around.texts();
        List<Queue> others = queues.stream().filter(queue -> !queue.code().equals(ticket.queue())).toList();
        Popover popover = new Popover(texts.of("desk.transfer.title", ticket.code()), texts.of("desk.transfer.aside"),
                440);
        TextField note = new TextField();
        note.setId("transferNote");
        note.setAccessibleText(texts.of("desk.transfer.note"));
        ActionButton goOn = popovers.button(texts.of("desk.transfer"),
                () -> model.transfer(ticket, chosen.code(), place,
                        note.getText().isBlank() ? null : note.getText().strip()));
        model.question(DeskAction.TRANSFER, ticket).guard(popover, goOn,
                () -> others.isEmpty() ? texts.of("desk.transfer.choose") : null);
        Keymap keys = new Keymap();
        VBox list = new VBox();
        VBox.setMargin(list, EDGE_TO_EDGE);
        for (Queue queue : others) {
            Runnable choose = () -> choose(queue, others, goOn);
            ChoiceRow row = row(queue, rows.size() + 1, sight, choose);
            rows.add(row);
            list.getChildren().add(row);
            if (rows.size() < 10) {
                keys.bind(String.valueOf(rows.size()), queue.name(), choose);
            }
        }
        if (!others.isEmpty()) {
            choose(others.getFirst(), others, goOn);
        }
        popover.fill(list, Popover.row(texts.of("desk.transfer.place"), places(), inLine),
                Popover.row(texts.of("desk.transfer.note"), note));
        popovers.open(popover, anchor, goOn, keys);
        popover.requestFocus();
    }

    private ChoiceRow row(Queue queue, int digit, CounterSight sight, Runnable choose) {
        var texts = around.texts();
        Label name = Labels.of(queue.name(), "medium");
        name.setPrefWidth(150);
        Label waiting = Labels.of(queue.state() == QueueState.OPEN
                ? texts.of("desk.queue.waiting", queue.waiting())
                : texts.of("queue." + queue.state()).toLowerCase(Locale.ROOT), "dense", "muted");
        QuotedWait quote = queue.state() == QueueState.OPEN ? sight.quotes().get(queue.code()) : null;
        Label wait = Labels.whole(quote == null
                ? texts.of("desk.transfer.unknown")
                : texts.of("desk.transfer.quote", quote.leastMinutes(), quote.mostMinutes()), "dense");
        return new ChoiceRow(queue.name() + ", " + waiting.getText() + ", " + wait.getText(), choose,
                new KeyHint(String.valueOf(digit)), new LetterBlock(queue.code()), name, waiting, Labels.space(),
                wait);
    }

    private void choose(Queue queue, List<Queue> others, ActionButton goOn) {
        chosen = queue;
        for (int index = 0; index < rows.size(); index++) {
            rows.get(index).setChosen(others.get(index).equals(queue));
        }
        goOn.setText(around.texts().of("desk.transfer.go", queue.code()));
        showPlace();
    }

    private Node places() {
        SegmentedButton buttons = new SegmentedButton();
        for (TransferPlace each : List.of(TransferPlace.END, TransferPlace.BY_ARRIVAL, TransferPlace.FRONT)) {
            ToggleButton button = new ToggleButton(around.texts().of("desk.transfer.place." + each));
            button.setSelected(each == place);
            button.setOnAction(press -> {
                place = each;
                showPlace();
            });
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    /** Where the visitor would stand, as soon as the server has said so. */
    private void showPlace() {
        inLine.setText("");
        Queue asked = chosen;
        TransferPlace at = place;
        model.places().ask(asked.code(), at, visitor, there -> {
            if (chosen == asked && place == at) {
                inLine.setText(around.texts().of("desk.transfer.in_line", words.ordinal(there)));
            }
        });
    }
}
