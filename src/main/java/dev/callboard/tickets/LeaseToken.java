package dev.callboard.tickets;

import java.util.UUID;

/**
 * What an act at a counter carries to show that the counter is the caller's.
 *
 * @param value random, known to its holder alone; null to borrow a counter that nobody leases, for one act
 */
public record LeaseToken(UUID value) {

    /** For commands without a console: the counter is borrowed for the length of the act. */
    public static LeaseToken none() {
        return new LeaseToken(null);
    }

    @Override
    public String toString() {
        return value == null ? "no lease" : "a lease";
    }
}
