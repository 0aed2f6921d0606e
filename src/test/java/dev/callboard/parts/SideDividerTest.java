package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

class SideDividerTest {
    private static final SideDivider.Range RANGE = new SideDivider.Range(200, 400, 300);

    @Test
    void comesAsItWasDrawnAndIsDrawnByKeysWithinItsRange() {
        Fx.on(() -> {
            Region side = new Region();
            List<Double> drawn = new ArrayList<>();
            SideDivider divider = new SideDivider(side, true, RANGE, OptionalDouble.of(380), drawn::add);
            BorderPane body = new BorderPane();
            body.setLeft(divider);
            Scene scene = new Scene(body, 1_000, 400);
            layOut(scene);
            assertThat(side.getWidth()).isEqualTo(380);

            press(divider.lookup(".side-divider"), KeyCode.RIGHT);
            press(divider.lookup(".side-divider"), KeyCode.RIGHT);
            layOut(scene);
            assertThat(side.getWidth()).as("no wider than it may be").isEqualTo(400);
            press(divider.lookup(".side-divider"), KeyCode.LEFT);
            layOut(scene);
            assertThat(side.getWidth()).isEqualTo(384);
            assertThat(drawn).containsExactly(396.0, 400.0, 384.0);

            side.setVisible(false);
            assertThat(side.getStyle()).as("folded away").isEmpty();
            return null;
        });
    }

    @Test
    void leavesRoomForAllElseInANarrowWindow() {
        Fx.on(() -> {
            Region side = new Region();
            SideDivider divider = new SideDivider(side, false, RANGE, OptionalDouble.of(400), width -> {});
            BorderPane body = new BorderPane();
            body.setRight(divider);
            Scene scene = new Scene(body, 550, 400);
            layOut(scene);
            assertThat(side.getWidth()).isEqualTo(250);
            return null;
        });
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void press(Node handle, KeyCode key) {
        Event.fireEvent(handle, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
