package dev.callboard.parts;

import javafx.scene.control.TableCell;

/**
 * A cell of a table that is drawn from its row, and again where it stands when what else it shows has changed.
 *
 * @param <T> a row
 */
public abstract class DrawnCell<T> extends TableCell<T, T> implements ShownCells.Redrawn {

    /** @param cells those that are drawn again together */
    protected DrawnCell(ShownCells cells) {
        cells.add(this);
    }

    /** @param row null where the cell is empty */
    protected abstract void draw(T row);

    @Override
    protected final void updateItem(T row, boolean empty) {
        super.updateItem(row, empty);
        redraw();
    }

    @Override
    public final void redraw() {
        draw(isEmpty() ? null : getItem());
    }
}
