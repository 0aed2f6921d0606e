package dev.callboard.console.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.InPlace;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Zoom;
import dev.callboard.tickets.Queue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The served queues in the header: how many wait, and what the queue does; a click changes that. */
final class QueueChips {
    private static final int SHOWN = 5;
    private static final int WITH_NAMES = 2;
    /** From this width of the window on there is room for names, in pixels. */
    private static final double ROOMY = 1320;

    /** What a click on a chip does. */
    interface Press {
        void on(Button chip, Queue queue);
    }

    private final HBox box;
    private final Surroundings around;
    private final Press press;
    private final BooleanProperty roomy = new SimpleBooleanProperty(true);
    private final Map<String, QueueChip> chips = new HashMap<>();
    private final Label more = Labels.of("", "dense", "muted");

    QueueChips(HBox box, Surroundings around, Press press) {
        this.box = box;
        this.around = around;
        this.press = press;
        box.sceneProperty().addListener((property, before, now) -> {
            if (now != null && now.getRoot() instanceof Zoom window) {
                roomy.bind(window.roomWidthProperty().greaterThanOrEqualTo(ROOMY));
            }
        });
        around.rights().heldProperty()
                .addListener((property, before, now) -> chips.values().forEach(QueueChip::showRight));
    }

    /** A chip that stays keeps its node, and with it the focus and the place of an open popover. */
    void show(List<Queue> queues) {
        List<Node> shown = new ArrayList<>();
        queues.stream().limit(SHOWN).forEach(queue -> {
            QueueChip chip = chips.computeIfAbsent(queue.code(), this::chip);
            chip.show(queue, queues.size() <= WITH_NAMES);
            shown.add(chip);
        });
        chips.values().retainAll(shown);
        if (queues.size() > SHOWN) {
            more.setText(around.texts().of("desk.queue.more", queues.size() - SHOWN));
            shown.add(more);
        }
        InPlace.update(box.getChildren(), shown, Function.identity());
    }

    private QueueChip chip(String code) {
        QueueChip chip = new QueueChip(code, around, roomy);
        chip.setOnAction(click -> {
            if (around.rights().against(Right.QUEUE_STATES) == null) {
                press.on(chip, chip.queue());
            }
        });
        return chip;
    }

    /** As a click on the chip of that queue. */
    void press(String code) {
        if (chips.containsKey(code)) {
            chips.get(code).fire();
        }
    }
}
