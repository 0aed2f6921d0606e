package dev.callboard.refusals;

import java.util.Collection;
import java.util.function.Predicate;

/** Acts on several things of which one may be at fault: the others still get their turn. */
public final class OneByOne {
    private OneByOne() {}

    /**
     * Acts on each.
     *
     * @return for how many the act said true
     * @throws RuntimeException the first failure, once all have had their turn, with the others suppressed in it
     */
    public static <T> int count(Collection<T> things, Predicate<T> act) {
        int count = 0;
        RuntimeException first = null;
        for (T thing : things) {
            try {
                count += act.test(thing) ? 1 : 0;
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
        return count;
    }
}
