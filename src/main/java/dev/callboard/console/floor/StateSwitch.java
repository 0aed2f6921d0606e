package dev.callboard.console.floor;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Chip;
import dev.callboard.parts.StateChips;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.QueueState;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;

/**
 * The four states of a queue side by side, the present one filled with its meaning. A press only proposes: what is
 * shown is what the news brings. Without permission it is the present state as a chip.
 */
final class StateSwitch extends StackPane {
    private static final PseudoClass PROPOSED = PseudoClass.getPseudoClass("proposed");
    private final SegmentedButton buttons = new SegmentedButton();
    private final Map<QueueState, ToggleButton> byState = new EnumMap<>(QueueState.class);
    private final Chip chip = new Chip().tall();
    private static final double PADDING = 5;
    private final Text measure = new Text();
    private final Texts texts;
    private QueueState shown = QueueState.OPEN;
    private QueueState proposed;

    StateSwitch(Texts texts, Consumer<QueueState> propose) {
        this.texts = texts;
        getStyleClass().add("state-switch");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        for (QueueState state : QueueState.values()) {
            ToggleButton button = new ToggleButton(texts.of("queue." + state), new FontIcon(StateChips.icon(state)));
            button.getStyleClass().add(StateChips.meaning(state).styleClass());
            button.setMnemonicParsing(false);
            button.setContentDisplay(ContentDisplay.TEXT_ONLY);
            button.setTooltip(new Tooltip(button.getText() + ": " + texts.of("queue." + state + ".means")));
            button.setAccessibleText(button.getText());
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(press -> {
                select();
                propose.accept(state);
            });
            HBox.setHgrow(button, javafx.scene.layout.Priority.ALWAYS);
            byState.put(state, button);
            buttons.getButtons().add(button);
        }
        buttons.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(buttons, chip);
    }

    /** @param reason why it cannot be changed now, or null */
    void show(QueueState state, boolean permitted, String reason) {
        boolean moved = shown != state;
        shown = state;
        buttons.setVisible(permitted);
        chip.setVisible(!permitted);
        chip.show(StateChips.meaning(state), StateChips.icon(state), texts.of("queue." + state));
        buttons.setDisable(permitted && reason != null);
        if (moved) {
            propose(null);
        }
        select();
    }

    /** The state that arrow keys have moved to, or the present one. */
    QueueState proposed() {
        return proposed == null ? shown : proposed;
    }

    /** Moves the proposal by that many states; it becomes a question with Enter. */
    void step(int by) {
        int there = Math.clamp(proposed().ordinal() + by, 0, QueueState.values().length - 1);
        propose(QueueState.values()[there]);
    }

    /** Proposes a state, or none for null. */
    void propose(QueueState state) {
        proposed = state;
        byState.forEach((each, button) -> button.pseudoClassStateChanged(PROPOSED, each == state && each != shown));
    }

    private void select() {
        byState.forEach((each, button) -> button.setSelected(each == shown));
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    /** Where the words need more room than there is, only the present state keeps its word. */
    private void fit() {
        double wanted = 0;
        for (ToggleButton button : byState.values()) {
            measure.setText(button.getText());
            measure.setFont(button.getFont());
            wanted += measure.getLayoutBounds().getWidth() + 2 * PADDING;
        }
        boolean narrow = wanted > getWidth();
        byState.forEach((state, button) -> button.setContentDisplay(
                narrow && state != shown ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY));
    }
}
