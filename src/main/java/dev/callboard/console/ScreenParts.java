package dev.callboard.console;

import java.util.List;

import dev.callboard.parts.Keymap;
import dev.callboard.parts.Sight;
import javafx.scene.Node;

/**
 * What a screen is made of, as the window needs it.
 *
 * @param header what stands at the left of the header: the title and the facts of the whole screen
 * @param content the screen itself
 * @param status what stands at the left of the status bar
 * @param keys the keys that work while the screen is in front
 */
public record ScreenParts(Node header, Node content, List<Node> status, Keymap keys, ScreenModel model) {
    public ScreenParts {
        status = List.copyOf(status);
    }

    /** What it shows and how old that is. */
    public Sight<?> sight() {
        return model.sight();
    }
}
