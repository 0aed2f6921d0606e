package dev.callboard.console.connect;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A connection of the list.
 *
 * @param lastUsed when a console of this machine last went there
 */
record SavedConnection(ConnectionDraft draft, Optional<Instant> lastUsed) {
    /** The one that was used last comes first; then by name. */
    static final Comparator<SavedConnection> ORDER = Comparator
            .comparing((SavedConnection saved) -> saved.lastUsed().orElse(Instant.MIN)).reversed()
            .thenComparing(SavedConnection::name);

    String name() {
        return draft.get(Field.NAME);
    }
}
