package dev.callboard.console.desk;

import java.util.EnumMap;
import java.util.Map;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Popover;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a queue shall do from now on, with the reason that visitors read. */
final class QueueStatePopover {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Surroundings around;
    private final DeskModel model;
    private final DeskPopovers popovers;
    private final Map<QueueState, Node> rows = new EnumMap<>(QueueState.class);
    private QueueState chosen;

    QueueStatePopover(Surroundings around, DeskModel model, DeskPopovers popovers) {
        this.around = around;
        this.model = model;
        this.popovers = popovers;
    }

    void open(Node anchor, Queue queue) {
        var texts = around.texts();
        Popover popover = new Popover(queue.name(), texts.of("desk.queue.waiting", queue.waiting()), 440);
        TextField reason = new TextField(queue.reason() == null ? "" : queue.reason());
        reason.setId("queueReason");
        ActionButton goOn = popovers.button("", () -> model.setQueue(queue.code(), chosen,
                reason.getText().isBlank() ? null : reason.getText().strip()));
        Keymap keys = new Keymap();
        VBox list = new VBox();
        for (QueueState state : QueueState.values()) {
            Runnable choose = () -> choose(state, queue, goOn, reason);
            HBox row = row(state);
            row.setOnMouseClicked(click -> choose.run());
            rows.put(state, row);
            list.getChildren().add(row);
            keys.bind(String.valueOf(rows.size()), texts.of("queue." + state), choose);
        }
        reason.textProperty().addListener(change -> judge(goOn, reason));
        choose(queue.state(), queue, goOn, reason);
        popover.fill(list, Popover.row(texts.of("desk.queue.reason"), reason));
        popovers.open(popover, anchor, goOn, keys);
        popover.requestFocus();
    }

    private HBox row(QueueState state) {
        FontIcon icon = new FontIcon(StateChips.icon(state));
        icon.getStyleClass().add(StateChips.meaning(state).styleClass() + "-text");
        Label name = Labels.of(around.texts().of("queue." + state), "medium");
        name.setMinWidth(72);
        Label means = Labels.of(around.texts().of("queue." + state + ".means"), "dense", "muted");
        HBox row = new HBox(icon, name, means);
        row.getStyleClass().add("choice");
        return row;
    }

    private void choose(QueueState state, Queue queue, ActionButton goOn, TextField reason) {
        chosen = state;
        rows.forEach((each, row) -> row.pseudoClassStateChanged(CHOSEN, each == state));
        goOn.setText(around.texts().of("queue." + state + ".go", queue.code()));
        judge(goOn, reason);
    }

    private void judge(ActionButton goOn, TextField reason) {
        boolean missing = chosen != QueueState.OPEN && reason.getText().isBlank();
        goOn.disabledReasonProperty().set(missing ? around.texts().of("desk.queue.reason_needed") : null);
    }
}
