package dev.callboard.console.desk;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.Popover;
import javafx.scene.Node;

/** Opens the Desk's small questions; each has a way back on Esc and goes on by Enter. */
final class DeskPopovers {
    private final Overlay overlay;
    private final Surroundings around;

    DeskPopovers(Overlay overlay, Surroundings around) {
        this.overlay = overlay;
        this.around = around;
    }

    /** The button that goes on; its words may change while the question is open. */
    ActionButton button(String words, Runnable action) {
        ActionButton button = new ActionButton();
        button.setText(words);
        button.setKeys(around.texts().named("key", "Enter"));
        button.setKind("primary");
        button.setOnAction(press -> {
            overlay.close();
            action.run();
        });
        return button;
    }

    void open(Popover popover, Node anchor, ActionButton goOn, Keymap keys) {
        ActionButton back = new ActionButton();
        back.setText(around.texts().of("popover.back"));
        back.setKeys(around.texts().named("key", "Esc"));
        back.setOnAction(press -> overlay.close());
        popover.buttons(back, goOn);
        keys.bindEverywhere("Esc", around.texts().of("popover.back"), overlay::close);
        keys.bindEverywhere("Enter", goOn.getText(), goOn::fire);
        overlay.openPopover(popover, anchor, keys);
    }
}
