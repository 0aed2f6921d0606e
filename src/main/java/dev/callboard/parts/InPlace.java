package dev.callboard.parts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

import javafx.collections.ObservableList;

/** Brings a shown list up to date by the ids of its rows, so that nothing jumps and no row loses its place. */
public final class InPlace {
    private InPlace() {}

    /** Makes {@code shown} equal to {@code wanted} with as few changes as the ids allow. */
    public static <T> void update(ObservableList<T> shown, List<T> wanted, Function<T, ?> id) {
        update(shown, wanted, id, Object::equals);
    }

    /** As above; a row that looks the same stays. @param same whether nothing that is shown differs */
    public static <T> void update(ObservableList<T> shown, List<T> wanted, Function<T, ?> id,
            BiPredicate<T, T> same) {
        Set<Object> stay = wanted.stream().map(id).collect(Collectors.toCollection(HashSet::new));
        shown.removeIf(row -> !stay.contains(id.apply(row)));
        Set<Object> was = shown.stream().map(id).collect(Collectors.toCollection(HashSet::new));
        for (int index = 0; index < wanted.size(); index++) {
            T row = wanted.get(index);
            if (index < shown.size() && id.apply(shown.get(index)).equals(id.apply(row))) {
                if (!same.test(shown.get(index), row)) {
                    shown.set(index, row);
                }
            } else {
                Object wantedId = id.apply(row);
                if (was.contains(wantedId)) {
                    shown.removeIf(other -> id.apply(other).equals(wantedId));
                }
                shown.add(index, row);
            }
        }
    }
}
