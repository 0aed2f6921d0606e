package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import dev.callboard.console.Fx;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The walk over controls catches those without a name. */
class SilentControlsTest {

    @Test
    void findsControlsThatSayNothing() {
        assertThat(
                Fx.on(() -> SilentControls.in(new HBox(new Button("Words"), named(), new TextField(), new Button()))))
                .hasSize(2).anySatisfy(silent -> assertThat(silent).contains("TextField"))
                .anySatisfy(silent -> assertThat(silent).contains("Button"));
    }

    private static Button named() {
        Button icon = new Button();
        icon.setAccessibleText("close");
        return icon;
    }
}
