package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of one screen or dialog, and what each does; also the source of the help sheet. */
public final class Keymap {

    /**
     * One key.
     *
     * @param keys as JavaFX writes combinations, for example {@code Ctrl+Enter}
     * @param words what it does, in the language of the screen
     * @param inFields true where it works although a text field has the focus
     */
    public record Binding(String keys, KeyCombination combination, String words, Runnable action, boolean inFields) {

        /** True for the key of the search, which on many keyboards is no key of its own: its character counts. */
        boolean isTypedAs(String character) {
            return keys.equals("Slash") && character.equals("/");
        }

        boolean isPlainSpaceOrEnter() {
            return combination instanceof KeyCodeCombination code
                    && (code.getCode() == KeyCode.SPACE || code.getCode() == KeyCode.ENTER)
                    && code.getControl() == KeyCombination.ModifierValue.UP
                    && code.getShift() == KeyCombination.ModifierValue.UP;
        }
    }

    private final List<Binding> bindings = new ArrayList<>();

    /** Binds a key that belongs to a text field while one has the focus. */
    public Keymap bind(String keys, String words, Runnable action) {
        bindings.add(new Binding(keys, KeyCombination.valueOf(keys), words, action, false));
        return this;
    }

    /** Binds a key that works everywhere. */
    public Keymap bindEverywhere(String keys, String words, Runnable action) {
        bindings.add(new Binding(keys, KeyCombination.valueOf(keys), words, action, true));
        return this;
    }

    public List<Binding> bindings() {
        return List.copyOf(bindings);
    }

    Binding find(KeyEvent event) {
        return bindings.stream().filter(binding -> event.getEventType() == KeyEvent.KEY_TYPED
                ? binding.isTypedAs(event.getCharacter())
                : binding.combination().match(event)).findFirst().orElse(null);
    }
}
