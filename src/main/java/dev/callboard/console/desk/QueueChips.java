package dev.callboard.console.desk;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LetterBlock;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.Queue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

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
    private List<Queue> drawn = List.of();

    QueueChips(HBox box, Surroundings around, Press press) {
        this.box = box;
        this.around = around;
        this.press = press;
        box.sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                roomy.bind(now.widthProperty().greaterThanOrEqualTo(ROOMY));
            }
        });
        around.rights().heldProperty().addListener((property, before, now) -> {
            List<Queue> queues = drawn;
            drawn = List.of();
            show(queues);
        });
    }

    void show(List<Queue> queues) {
        if (queues.equals(drawn)) {
            return;
        }
        drawn = queues;
        box.getChildren().setAll(queues.stream().limit(SHOWN)
                .map(queue -> chip(queue, queues.size() <= WITH_NAMES)).toList());
        if (queues.size() > SHOWN) {
            Label more = Labels.of(around.texts().of("desk.queue.more", queues.size() - SHOWN), "dense", "muted");
            box.getChildren().add(more);
        }
    }

    /** As a click on the chip of that queue. */
    void press(String code) {
        box.getChildren().stream().filter(chip -> ("queue-" + code).equals(chip.getId()))
                .forEach(chip -> ((Button) chip).fire());
    }

    private Node chip(Queue queue, boolean named) {
        Label name = Labels.of(queue.name(), "dense", "semibold");
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMaxWidth(150);
        Label waiting = Labels.whole(named ? around.texts().of("desk.queue.waiting", queue.waiting())
                : around.formats().count(queue.waiting()), "dense", "muted");
        name.visibleProperty().bind(roomy.and(new SimpleBooleanProperty(named)));
        name.managedProperty().bind(name.visibleProperty());
        Region line = new Region();
        line.getStyleClass().addAll("divider", "vertical");
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", StateChips.meaning(queue.state()).styleClass());
        Label state = new Label(around.texts().of("queue." + queue.state()));
        state.getStyleClass().addAll("dense", "semibold", StateChips.meaning(queue.state()).styleClass() + "-text");
        String forbidden = around.rights().against(Right.QUEUE_STATES);
        FontIcon down = new FontIcon(forbidden == null ? "fth-chevron-down" : "fth-lock");
        HBox content = new HBox(8, new LetterBlock(queue.code()), name, waiting, line, dot, state, down);
        content.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button chip = new Button(null, content);
        chip.getStyleClass().setAll("queue-chip");
        chip.setId("queue-" + queue.code());
        chip.setAccessibleText(around.texts().of("desk.queue.spoken", queue.name(), queue.waiting(),
                around.texts().of("queue." + queue.state())));
        chip.setAccessibleHelp(forbidden);
        chip.setTooltip(new Tooltip(forbidden == null ? chip.getAccessibleText()
                : chip.getAccessibleText() + "\n" + forbidden));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setOnAction(click -> {
            if (forbidden == null) {
                press.on(chip, queue);
            }
        });
        return chip;
    }
}
