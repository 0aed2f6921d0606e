package dev.callboard.parts;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The cells that a table or list has made, to be drawn again where they stand. A table's own {@code refresh} throws all
 * of them away and makes them anew with their styles, which takes a hundred times as long. For the FX thread.
 */
public final class ShownCells {
    /** Held weakly: a table forgets cells without a word. */
    private final Set<Redrawn> cells = Collections.newSetFromMap(new WeakHashMap<>());

    /** A cell that can be drawn again from the item it has. */
    @FunctionalInterface
    public interface Redrawn {
        /** Draws what the item means now. */
        void redraw();
    }

    /** Draws this cell as well from now on, as long as there is one. */
    public void add(Redrawn cell) {
        cells.add(cell);
    }

    /** Draws every cell again. */
    public void redraw() {
        List.copyOf(cells).forEach(Redrawn::redraw);
    }
}
