package dev.callboard.console.desk;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LetterBlock;
import dev.callboard.parts.Meaning;
import dev.callboard.parts.StateChips;
import dev.callboard.tickets.Queue;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One served queue: how many wait in it and what it does. It stays the same button as long as the queue is served. */
final class QueueChip extends Button {
    private static final double LONGEST_NAME = 150;
    private static final Insets BESIDE_THE_LINE = new Insets(0, 0, 0, 2);

    private final Surroundings around;
    private final BooleanProperty named = new SimpleBooleanProperty(true);
    private final Label name = Labels.of("", "dense", "semibold");
    private final Label waiting = Labels.whole("", "dense", "muted");
    private final Region dot = new Region();
    private final Label state = new Label();
    private final FontIcon down = new FontIcon("fth-chevron-down");
    private Meaning meaning;
    private Queue queue;

    /** @param roomy whether the window has room for names */
    QueueChip(String code, Surroundings around, ObservableBooleanValue roomy) {
        this.around = around;
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMaxWidth(LONGEST_NAME);
        name.visibleProperty().bind(named.and(roomy));
        name.managedProperty().bind(name.visibleProperty());
        name.visibleProperty().addListener(change -> count());
        Region line = new Region();
        line.getStyleClass().addAll("divider", "vertical");
        HBox.setMargin(line, BESIDE_THE_LINE);
        dot.getStyleClass().add("dot");
        state.getStyleClass().addAll("dense", "semibold");
        HBox content = new HBox(8, new LetterBlock(code), name, waiting, line, dot, state, down);
        content.setAlignment(Pos.CENTER_LEFT);
        setGraphic(content);
        getStyleClass().setAll("queue-chip");
        setId("queue-" + code);
        Tooltip whole = new Tooltip();
        setTooltip(whole);
        setMinWidth(USE_PREF_SIZE);
    }

    /** @param withName where so few queues are served that there is room for it */
    void show(Queue shown, boolean withName) {
        queue = shown;
        var texts = around.texts();
        String does = texts.of("queue." + queue.state());
        named.set(withName);
        name.setText(queue.name());
        count();
        state.setText(does);
        colour(StateChips.meaning(queue.state()));
        setAccessibleText(texts.of("desk.queue.spoken", queue.name(), queue.waiting(), does));
        showRight();
    }

    /** With its word where the name has room as well. */
    private void count() {
        if (queue != null) {
            waiting.setText(name.isVisible() ? around.texts().of("desk.queue.waiting", queue.waiting())
                    : around.formats().count(queue.waiting()));
        }
    }

    private void colour(Meaning now) {
        if (now != meaning) {
            dot.getStyleClass().setAll("dot", now.styleClass());
            state.getStyleClass().removeIf(each -> each.endsWith("-text"));
            state.getStyleClass().add(now.styleClass() + "-text");
            down.getStyleClass().setAll("ikonli-font-icon", now.styleClass() + "-text");
            meaning = now;
        }
    }

    /** Shows whether the login may change what the queue does. */
    void showRight() {
        String forbidden = around.rights().against(Right.QUEUE_STATES);
        down.setIconLiteral(forbidden == null ? "fth-chevron-down" : "fth-lock");
        setAccessibleHelp(forbidden);
        getTooltip().setText(forbidden == null ? getAccessibleText() : getAccessibleText() + "\n" + forbidden);
    }

    Queue queue() {
        return queue;
    }
}
