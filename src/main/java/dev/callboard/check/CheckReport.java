package dev.callboard.check;

import java.util.List;

/**
 * The examination of several invariants.
 *
 * @param ok true when all of them hold
 */
public record CheckReport(boolean ok, List<CheckResult> checks) {

    /** Examines them one after another. */
    public static CheckReport of(List<? extends Invariant> invariants) {
        List<CheckResult> results = invariants.stream().map(Invariant::examine).toList();
        return new CheckReport(results.stream().allMatch(CheckResult::holds), results);
    }
}
