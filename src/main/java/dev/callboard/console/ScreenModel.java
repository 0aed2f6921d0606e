package dev.callboard.console;

import dev.callboard.parts.Sight;

/** What a screen knows and may do, without any node. */
public interface ScreenModel {

    /** What it shows and how old that is. */
    Sight<?> sight();

    /** Begins to read and to hear; called each time the screen comes to the front. */
    void open();

    /** Stops reading and hearing. */
    void close();
}
