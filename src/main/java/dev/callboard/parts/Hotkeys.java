package dev.callboard.parts;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Gives keys to whoever owns them at the moment, before any control sees them.
 *
 * <p>A text field keeps what is typed into it. Space and Enter belong to a control with visible keyboard focus, else
 * to the screen. A key that is held down acts once.
 */
public final class Hotkeys {
    private final Scene scene;
    private final Supplier<List<Keymap>> owners;
    private final Set<KeyCode> down = EnumSet.noneOf(KeyCode.class);

    /** @param owners the keymaps in force now, the nearest first */
    public Hotkeys(Scene scene, Supplier<List<Keymap>> owners) {
        this.scene = scene;
        this.owners = owners;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, event -> down.remove(event.getCode()));
        scene.windowProperty().flatMap(window -> window.focusedProperty()).addListener(change -> down.clear());
    }

    private void pressed(KeyEvent event) {
        boolean repeated = !down.add(event.getCode());
        for (Keymap keymap : owners.get()) {
            Keymap.Binding binding = keymap.find(event);
            if (binding != null) {
                if (!belongsToControl(binding)) {
                    event.consume();
                    if (!repeated) {
                        binding.action().run();
                    }
                }
                return;
            }
        }
    }

    private boolean belongsToControl(Keymap.Binding binding) {
        Node focused = scene.getFocusOwner();
        if (focused instanceof TextInputControl) {
            return !binding.inFields();
        }
        return focused != null && focused.isFocusVisible() && binding.isPlainSpaceOrEnter();
    }
}
