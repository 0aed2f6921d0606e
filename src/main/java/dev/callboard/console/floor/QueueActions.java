package dev.callboard.console.floor;

import dev.callboard.console.QueueStatePopover;
import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Overlay;
import dev.callboard.tickets.QueueState;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with a queue from its card. */
final class QueueActions {
    private final Surroundings around;
    private final FloorModel model;
    private final Overlay overlay;

    QueueActions(Surroundings around, FloorModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
    }

    /** Opens the queue at once; anything else is asked about first, for the reason that visitors read. */
    void propose(QueueCard card, QueueState state) {
        if (model.against(Right.QUEUE_STATES) != null || state == card.queue().state()) {
            return;
        }
        if (state == QueueState.OPEN) {
            model.setQueue(card.queue().code(), state, null);
        } else {
            new QueueStatePopover(around, overlay, model.question(Right.QUEUE_STATES)).open(card.states(), card.queue(),
                    state,
                    (decided, reason) -> model.setQueue(card.queue().code(), decided, reason));
        }
    }

    /** Enter on a card: what the arrow keys proposed, or else its waiting list. */
    void enter(QueueCard card) {
        QueueState proposed = card.states().proposed();
        if (proposed == card.queue().state()) {
            showLine(card, card);
        } else {
            card.states().propose(null);
            propose(card, proposed);
        }
    }

    /** Who waits in the queue. */
    void showLine(QueueCard card, Node anchor) {
        model.line(card.queue().code(),
                line -> new LinePopover(around, model, overlay).open(anchor, card.queue(), line));
    }

    void menu(QueueCard card, Node anchor) {
        ContextMenu menu = new ContextMenu(item("floor.menu.line", false, () -> showLine(card, anchor)),
                item("floor.menu.rule", model.against(Right.QUEUES) != null,
                        () -> new RulePopover(around, model, overlay).open(anchor, card.queue())),
                item("floor.menu.close",
                        model.against(Right.QUEUE_STATES) != null || card.queue().state() == QueueState.CLOSED,
                        () -> propose(card, QueueState.CLOSED)));
        menu.show(anchor, Side.BOTTOM, 0, 4);
    }

    private MenuItem item(String key, boolean disabled, Runnable act) {
        MenuItem item = new MenuItem(around.texts().of(key));
        item.setId(key.replace('.', '-'));
        item.setMnemonicParsing(false);
        item.setDisable(disabled);
        item.setOnAction(press -> act.run());
        return item;
    }
}
