package dev.callboard.console.floor;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Overlay;
import dev.callboard.tickets.CounterAtWork;
import dev.callboard.tickets.CounterMessages;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** One line to whoever sits at a counter. */
final class MessageRow {
    private final TextField words = new TextField();
    private final ActionButton tell = new ActionButton();
    private final HBox row;

    MessageRow(Surroundings around, FloorModel model, Overlay overlay, CounterAtWork counter) {
        var texts = around.texts();
        words.setId("message");
        words.setPromptText(texts.of("floor.tell.words"));
        words.setAccessibleText(texts.of("floor.tell.words"));
        words.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() > CounterMessages.LONGEST ? null : change));
        tell.setId("tell");
        tell.setText(texts.of("floor.tell"));
        tell.setIcon("fth-message-square");
        tell.setOnAction(press -> {
            overlay.close();
            model.tell(counter.name(), words.getText().strip());
        });
        words.setOnAction(enter -> tell.fire());
        model.question(Right.COUNTERS).unless(() -> words.getText().isBlank() ? texts.of("floor.tell.needed") : null,
                words.textProperty()).guard(tell);
        row = new HBox(8, words, tell);
        HBox.setHgrow(words, Priority.ALWAYS);
    }

    /** What is said. */
    TextField words() {
        return words;
    }

    /** What sends it. */
    ActionButton button() {
        return tell;
    }

    Node node() {
        return row;
    }
}
