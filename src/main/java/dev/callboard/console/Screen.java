package dev.callboard.console;

import java.util.List;

import dev.callboard.parts.Keymap;
import dev.callboard.parts.Sight;
import javafx.scene.Node;

/** One screen of the console; built at its first visit, kept while the window lives. */
public interface Screen {

    /** What stands at the left of the header: the title and the facts of the whole screen. */
    Node header();

    /** The screen itself. */
    Node content();

    /** What stands at the left of the status bar. */
    List<Node> status();

    /** The keys that work while the screen is in front. */
    Keymap keys();

    /** What it shows and how old that is. */
    Sight<?> sight();

    /** Begins to read and to hear; called each time the screen comes to the front. */
    void open();

    /** Stops reading and hearing. */
    void close();

    /** Brings something of this screen into view, as another screen named it; a screen may know nothing of that kind. */
    default void find(String what) {}
}
