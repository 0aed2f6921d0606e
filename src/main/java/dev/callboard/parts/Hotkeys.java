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
    /** Keys still down that acted: held on, they neither act again nor write. */
    private final Set<KeyCode> acted = EnumSet.noneOf(KeyCode.class);
    private KeyCode lastDown = KeyCode.UNDEFINED;
    private boolean swallowing;

    /** @param owners the keymaps in force now, the nearest first */
    public Hotkeys(Scene scene, Supplier<List<Keymap>> owners) {
        this.scene = scene;
        this.owners = owners;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
        scene.windowProperty().flatMap(window -> window.focusedProperty()).addListener(change -> {
            down.clear();
            acted.clear();
        });
    }

    private void released(KeyEvent event) {
        down.remove(event.getCode());
        acted.remove(event.getCode());
        swallowing = false;
    }

    /** A key that acted writes nothing into a field that its action has just given the focus. */
    private void typed(KeyEvent event) {
        if (swallowing) {
            event.consume();
        } else {
            act(event, lastDown, false);
        }
    }

    private void pressed(KeyEvent event) {
        swallowing = false;
        lastDown = event.getCode();
        boolean repeated = !down.add(event.getCode());
        if (repeated && acted.contains(event.getCode())) {
            event.consume();
            swallowing = true;
        } else {
            act(event, event.getCode(), repeated);
        }
    }

    private void act(KeyEvent event, KeyCode key, boolean repeated) {
        for (Keymap keymap : owners.get()) {
            Keymap.Binding binding = keymap.find(event);
            if (binding != null) {
                if (!belongsToControl(binding)) {
                    event.consume();
                    swallowing = true;
                    if (!repeated) {
                        acted.add(key);
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
