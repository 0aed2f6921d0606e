package dev.callboard.check;

import java.util.List;

/**
 * What the examination of one invariant found.
 *
 * @param violations how many in all
 * @param examples the first few, one readable line each
 */
public record CheckResult(String name, long violations, List<String> examples) {
    /** How many examples are told. */
    public static final int EXAMPLES = 5;

    public CheckResult {
        examples = List.copyOf(examples.subList(0, Math.min(EXAMPLES, examples.size())));
    }

    /** Every violation with its line. */
    public static CheckResult of(String name, List<String> violations) {
        return new CheckResult(name, violations.size(), violations);
    }

    public boolean holds() {
        return violations == 0;
    }
}
