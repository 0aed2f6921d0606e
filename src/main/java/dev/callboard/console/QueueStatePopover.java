package dev.callboard.console;

import java.util.EnumMap;
import java.util.Map;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.ChoiceRow;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What a queue shall do from now on, with the reason that visitors read. Asked on the Desk and on the Floor alike. */
public final class QueueStatePopover {
    private static final double WIDTH = 440;
    private static final Insets EDGE_TO_EDGE = new Insets(-8, -16, 0, -16);

    /** What the person decided. */
    @FunctionalInterface
    public interface Decision {

        /** @param reason for visitors, or null where none was given */
        void take(QueueState state, String reason);
    }

    private final Surroundings around;
    private final Overlay overlay;
    private final Map<QueueState, ChoiceRow> rows = new EnumMap<>(QueueState.class);
    private final TextField reason = new TextField();
    private final ActionButton goOn = new ActionButton();
    private final GoOn may;
    private final ObjectProperty<QueueState> chosen = new SimpleObjectProperty<>(QueueState.OPEN);

    /** @param may whether the question may be answered with yes, as long as it stands open */
    public QueueStatePopover(Surroundings around, Overlay overlay, GoOn may) {
        this.around = around;
        this.overlay = overlay;
        this.may = may;
    }

    /** Asks beside the node that was pressed. @param proposed the state that is chosen at first */
    public void open(Node anchor, Queue queue, QueueState proposed, Decision decision) {
        var texts = around.texts();
        Keymap keys = new Keymap();
        Popover popover = popover(queue, proposed, decision, keys);
        keys.bindEverywhere("Esc", texts.of("popover.back"), overlay::close);
        keys.bindEverywhere("Enter", goOn.getText(), goOn::fire);
        overlay.openPopover(popover, anchor, keys);
        if (proposed == QueueState.OPEN || proposed == queue.state()) {
            popover.requestFocus();
        } else {
            reason.requestFocus();
        }
    }

    /** The question itself, not opened yet. @param keys gets a digit for each state */
    public Popover popover(Queue queue, QueueState proposed, Decision decision, Keymap keys) {
        var texts = around.texts();
        reason.setText(queue.reason() == null ? "" : queue.reason());
        reason.setId("queueReason");
        reason.setAccessibleText(texts.of("queue.reason"));
        goOn.setKeys(texts.named("key", "Enter"));
        goOn.setKind("primary small");
        goOn.setOnAction(press -> {
            overlay.close();
            decision.take(chosen.get(), reason.getText().isBlank() ? null : reason.getText().strip());
        });
        VBox list = new VBox();
        VBox.setMargin(list, EDGE_TO_EDGE);
        for (QueueState state : QueueState.values()) {
            Runnable choose = () -> choose(state, queue);
            ChoiceRow row = row(state, choose);
            rows.put(state, row);
            list.getChildren().add(row);
            keys.bind(String.valueOf(rows.size()), texts.of("queue." + state), choose);
        }
        choose(proposed, queue);
        Popover popover = new Popover(WIDTH);
        may.guard(popover, goOn, () -> chosen.get() != QueueState.OPEN && reason.getText().isBlank()
                ? texts.of("queue.reason_needed")
                : null, reason.textProperty(), chosen);
        VBox asked = new VBox(8, Labels.of(texts.of("queue.reason"), "dense", "semibold"), reason);
        popover.fill(list, asked);
        Label waiting = Labels.wrapped(texts.of("queue.people_wait", queue.waiting(), queue.name()), "dense", "muted");
        popover.aside(waiting);
        ActionButton back = new ActionButton();
        back.setText(texts.of("popover.back"));
        back.setKeys(texts.named("key", "Esc"));
        back.setKind("small");
        back.setOnAction(press -> overlay.close());
        popover.buttons(back, goOn);
        return popover;
    }

    private ChoiceRow row(QueueState state, Runnable choose) {
        FontIcon icon = new FontIcon(StateChips.icon(state));
        icon.getStyleClass().add(StateChips.meaning(state).styleClass() + "-text");
        Label name = Labels.of(around.texts().of("queue." + state), "semibold");
        name.setMinWidth(72);
        Label means = Labels.of(around.texts().of("queue." + state + ".means"), "dense", "muted");
        FontIcon tick = new FontIcon("fth-check");
        tick.getStyleClass().addAll("accent-text", "tick");
        ChoiceRow row = new ChoiceRow(name.getText() + ", " + means.getText(), choose, icon, name, means,
                Labels.space(), tick);
        row.setId("state-" + state);
        return row;
    }

    private void choose(QueueState state, Queue queue) {
        chosen.set(state);
        rows.forEach((each, row) -> {
            row.setChosen(each == state);
            row.getChildren().getLast().setVisible(each == state);
        });
        goOn.setText(around.texts().of("queue." + state + ".go", queue.code()));
    }
}
