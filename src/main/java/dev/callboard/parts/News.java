package dev.callboard.parts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Cell;
import javafx.util.Duration;

/**
 * Marks the rows of a list that have just changed, for a second. A row that came is no change, and neither is one that
 * took another place.
 *
 * @param <T> a row
 */
public final class News<T> {
    private static final PseudoClass NEWS = PseudoClass.getPseudoClass("news");
    private static final Duration SHOWN = Duration.seconds(1);

    private final Set<Object> ids = new HashSet<>();
    private final ShownCells cells = new ShownCells();
    private final Function<T, ?> id;

    /** @param id what a row is recognised by */
    public News(ObservableList<T> rows, Function<T, ?> id) {
        this.id = id;
        rows.addListener(this::look);
    }

    private void look(ListChangeListener.Change<? extends T> change) {
        List<Object> changed = new ArrayList<>();
        while (change.next()) {
            if (change.wasReplaced() && change.getAddedSize() == change.getRemovedSize()) {
                for (int index = 0; index < change.getAddedSize(); index++) {
                    Object now = id.apply(change.getAddedSubList().get(index));
                    if (Objects.equals(now, id.apply(change.getRemoved().get(index)))) {
                        changed.add(now);
                    }
                }
            }
        }
        if (!changed.isEmpty()) {
            ids.addAll(changed);
            PauseTransition shown = new PauseTransition(SHOWN);
            shown.setOnFinished(end -> {
                changed.forEach(ids::remove);
                cells.redraw();
            });
            shown.play();
            cells.redraw();
        }
    }

    /** Lets that row show whether its item has just changed. */
    public void mark(Cell<T> row) {
        Mark mark = new Mark(row);
        row.itemProperty().addListener(mark);
        cells.add(mark);
    }

    /** Lives as long as its row, which holds it as a listener. */
    private final class Mark implements InvalidationListener, ShownCells.Redrawn {
        private final Cell<T> row;

        Mark(Cell<T> row) {
            this.row = row;
        }

        @Override
        public void invalidated(Observable item) {
            redraw();
        }

        @Override
        public void redraw() {
            row.pseudoClassStateChanged(NEWS,
                    row.getItem() != null && !row.isEmpty() && ids.contains(id.apply(row.getItem())));
        }
    }
}
