package dev.callboard.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped word was meant to be. */
public final class Nearest {
    private static final int LETTERS_PER_SLIP = 3;
    private static final int LONGEST = 60;

    private Nearest() {}

    /**
     * The known word that is nearest, where one is near: a slip for every {@value #LETTERS_PER_SLIP} letters, one in
     * any case.
     */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int slips = Math.max(1, word.length() / LETTERS_PER_SLIP);
        return known.stream().min(Comparator.comparingInt(candidate -> distance(candidate, word)))
                .filter(candidate -> distance(candidate, word) <= slips);
    }

    /** Levenshtein's edit distance: the least number of letters to add, drop or change. */
    private static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = previous[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(change, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
