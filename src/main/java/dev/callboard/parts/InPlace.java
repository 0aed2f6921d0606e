package dev.callboard.parts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

import javafx.collections.ObservableList;

/** Brings a shown list up to date by the ids of its rows, so that nothing jumps and no row loses its place. */
public final class InPlace {
    private InPlace() {}

    /** Makes {@code shown} equal to {@code wanted} with as few changes as the ids allow. */
    public static <T> void update(ObservableList<T> shown, List<T> wanted, Function<T, ?> id) {
        update(shown, wanted, id, Object::equals);
    }

    /**
     * As above; the longest run of rows that are in their new order already stand still, and only the others move.
     *
     * @param same whether nothing that is shown differs: then the row stays as it is
     */
    public static <T> void update(ObservableList<T> shown, List<T> wanted, Function<T, ?> id,
            BiPredicate<T, T> same) {
        Map<Object, Integer> places = new HashMap<>(wanted.size() * 2);
        for (int place = 0; place < wanted.size(); place++) {
            places.put(id.apply(wanted.get(place)), place);
        }
        // where rows share an id, only the first of them stands for it: a second one that stayed would never leave again
        Set<Integer> standing = longestRise(shown.stream().map(row -> places.getOrDefault(id.apply(row), -1))
                .filter(place -> place >= 0).mapToInt(Integer::intValue).distinct().toArray());
        Set<Integer> due = new HashSet<>(standing);
        shown.removeIf(row -> !due.remove(places.getOrDefault(id.apply(row), -1)));
        for (int index = 0; index < wanted.size(); index++) {
            T row = wanted.get(index);
            if (!standing.contains(index)) {
                shown.add(index, row);
            } else if (!same.test(shown.get(index), row)) {
                shown.set(index, row);
            }
        }
    }

    /** The numbers of one of the longest rising subsequences (patience sorting: n log n). */
    private static Set<Integer> longestRise(int[] numbers) {
        int[] ends = new int[numbers.length];
        int[] before = new int[numbers.length];
        int length = 0;
        for (int index = 0; index < numbers.length; index++) {
            int pile = pile(numbers, ends, length, numbers[index]);
            before[index] = pile == 0 ? -1 : ends[pile - 1];
            ends[pile] = index;
            length = Math.max(length, pile + 1);
        }
        Set<Integer> rise = new HashSet<>(length * 2);
        for (int index = length == 0 ? -1 : ends[length - 1]; index >= 0; index = before[index]) {
            rise.add(numbers[index]);
        }
        return rise;
    }

    /** The first pile whose end is not below the number. @param ends places of the ends of the piles, rising */
    private static int pile(int[] numbers, int[] ends, int length, int number) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[ends[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
