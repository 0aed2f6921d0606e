package dev.callboard.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.controlsfx.control.SegmentedButton;

import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/**
 * One of a few, side by side; exactly one is always chosen.
 *
 * @param <T> what is chosen
 */
public final class Segments<T> extends StackPane {
    private final SegmentedButton buttons = new SegmentedButton();
    private final Map<T, ToggleButton> byChoice = new LinkedHashMap<>();

    public Segments() {
        getStyleClass().add("segments");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinWidth(0);
        buttons.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(buttons);
    }

    /** Adds a choice; the first one added is chosen at the beginning. */
    public void add(T choice, String words) {
        ToggleButton button = new ToggleButton(words);
        button.setMnemonicParsing(false);
        button.setMinWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setTooltip(new Tooltip(words));
        byChoice.put(choice, button);
        buttons.getButtons().add(button);
        button.setSelected(byChoice.size() == 1);
    }

    /** Calls with each choice that a person makes. */
    public void onChoose(Consumer<T> chosen) {
        byChoice.forEach((choice, button) -> button.setOnAction(press -> {
            select(choice);
            chosen.accept(choice);
        }));
    }

    /** Shows another choice as the chosen one. */
    public void select(T choice) {
        byChoice.forEach((each, button) -> button.setSelected(each.equals(choice)));
    }

    /** Gives a choice a style class of its own, for example as the odd one. */
    public void mark(T choice, String styleClass) {
        byChoice.get(choice).getStyleClass().add(styleClass);
    }

    /** Says something else on a choice, for example with a new count. */
    public void rename(T choice, String words) {
        byChoice.get(choice).setText(words);
        byChoice.get(choice).getTooltip().setText(words);
    }
}
