package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

import javafx.collections.ModifiableObservableListBase;

/**
 * The rows of a table or list, brought up to date by their ids in one change: whoever shows them looks once for each
 * read, not once for each row. For the FX thread.
 *
 * @param <T> a row
 */
public final class Rows<T> extends ModifiableObservableListBase<T> {
    private final List<T> rows = new ArrayList<>();
    private final Function<T, ?> id;

    /** @param id what a row is recognised by */
    public Rows(Function<T, ?> id) {
        this.id = id;
    }

    /** Becomes equal to {@code wanted}; what stayed keeps its place. */
    public void become(List<T> wanted) {
        become(wanted, Object::equals);
    }

    /** As {@link #become(List)}. @param same whether a row that was shown looks as it does now: that is no change */
    public void become(List<T> wanted, BiPredicate<T, T> same) {
        beginChange();
        try {
            InPlace.update(this, wanted, id, same);
        } finally {
            endChange();
        }
    }

    @Override
    public T get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    protected void doAdd(int index, T row) {
        rows.add(index, row);
    }

    @Override
    protected T doSet(int index, T row) {
        return rows.set(index, row);
    }

    @Override
    protected T doRemove(int index) {
        return rows.remove(index);
    }
}
