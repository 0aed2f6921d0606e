package dev.callboard.triage;

import java.util.EnumSet;
import java.util.Set;

/**
 * How Postgres and Redis are.
 *
 * @param wrong what is not as it must be; empty where all is well
 */
public record StoreHealth(Set<StoreCheck> wrong) {
    public StoreHealth {
        wrong = Set.copyOf(wrong);
    }

    public boolean isWell() {
        return wrong.isEmpty();
    }

    /** How many things are as they must be. */
    public int well() {
        return total() - wrong.size();
    }

    /** How many things are looked at. */
    public static int total() {
        return EnumSet.allOf(StoreCheck.class).size();
    }
}
