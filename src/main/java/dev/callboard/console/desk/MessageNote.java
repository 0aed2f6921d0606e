package dev.callboard.console.desk;

import java.time.Instant;
import java.util.Objects;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Labels;
import dev.callboard.tickets.CounterMessage;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a supervisor wrote to this counter, until somebody here has read it. Takes no room while there is nothing. */
final class MessageNote {
    private final HBox box;
    private final Surroundings around;
    private final Label words = Labels.wrapped("", "semibold");
    private final Label who = Labels.of("", "muted");
    private final ActionButton gotIt = new ActionButton();
    private CounterMessage shown;

    /** @param box where it stands */
    MessageNote(HBox box, Surroundings around) {
        this.box = box;
        this.around = around;
        gotIt.setId("gotIt");
        VBox both = new VBox(2, words, who);
        HBox.setHgrow(both, Priority.ALWAYS);
        box.getStyleClass().add("note");
        box.setAlignment(Pos.CENTER_LEFT);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.getChildren().setAll(new FontIcon("fth-message-square"), both, gotIt);
        show(null, null);
    }

    /** What ends it. */
    ActionButton gotIt() {
        return gotIt;
    }

    /** The message that stands there; null while there is none. */
    CounterMessage shown() {
        return shown;
    }

    /**
     * Shows this message, or none for null; a new one is announced.
     *
     * @param now the shop's time: where the business day goes past midnight, a message may be of the evening before
     */
    void show(CounterMessage message, Instant now) {
        boolean isNew = message != null && !Objects.equals(message, shown);
        shown = message;
        box.setManaged(message != null);
        box.setVisible(message != null);
        if (message != null) {
            words.setText(message.words());
            who.setText(around.texts().of("desk.message.from", message.author(),
                    around.formats().minutesOrDay(message.at(), now)));
            box.setAccessibleText(who.getText() + ": " + words.getText());
        }
        if (isNew) {
            box.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }
}
