package dev.callboard.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

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
    private boolean moving;

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
        change(() -> InPlace.update(this, wanted, id, same));
    }

    /** Shows what is so now of the rows that are there; none comes, goes or moves. */
    public void refresh(List<T> now) {
        Map<Object, T> byId = now.stream().collect(Collectors.toMap(id, Function.identity()));
        change(() -> {
            for (int index = 0; index < size(); index++) {
                T fresh = byId.get(id.apply(get(index)));
                if (fresh != null && !fresh.equals(get(index))) {
                    set(index, fresh);
                }
            }
        });
    }

    /** True while the rows change by themselves: what a list or table selects then, nobody has chosen. */
    public boolean isMoving() {
        return moving;
    }

    private void change(Runnable changes) {
        moving = true;
        beginChange();
        try {
            changes.run();
        } finally {
            // tells whoever shows the rows
            endChange();
            moving = false;
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
