package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;

import javafx.event.Event;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** An answer can be given without a mouse, and is told to who cannot see it. */
class ChoiceRowTest {
    private final ChoiceRow open = new ChoiceRow("Open", () -> choose(0));
    private final ChoiceRow paused = new ChoiceRow("Paused", () -> choose(1));
    private final ChoiceRow closed = new ChoiceRow("Closed", () -> choose(2));
    private final List<ChoiceRow> rows = List.of(open, paused, closed);

    private void choose(int chosen) {
        rows.forEach(row -> row.setChosen(rows.indexOf(row) == chosen));
    }

    @Test
    void theArrowsChooseTheNextRowAndTheTabKeyComesToIt() {
        Fx.on(() -> {
            Scene scene = new Scene(new VBox(open, paused, closed));
            choose(0);
            press(open, KeyCode.DOWN);
            assertThat(rows).extracting(ChoiceRow::isChosen).containsExactly(false, true, false);
            assertThat(scene.getFocusOwner()).isSameAs(paused);
            assertThat(rows).extracting(ChoiceRow::isFocusTraversable).containsExactly(false, true, false);
            press(paused, KeyCode.UP);
            press(open, KeyCode.UP);
            assertThat(scene.getFocusOwner()).isSameAs(closed);
            press(open, KeyCode.SPACE);
            assertThat(open.isChosen()).isTrue();
            return null;
        });
    }

    @Test
    void aScreenReaderHearsWhatItIsAndMayChoose() {
        Fx.on(() -> {
            choose(0);
            assertThat(open.getAccessibleRole()).isEqualTo(AccessibleRole.RADIO_BUTTON);
            closed.executeAccessibleAction(AccessibleAction.FIRE);
            assertThat(open.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(false);
            assertThat(closed.queryAccessibleAttribute(AccessibleAttribute.SELECTED)).isEqualTo(true);
            return null;
        });
    }

    private static void press(ChoiceRow row, KeyCode key) {
        Event.fireEvent(row, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
