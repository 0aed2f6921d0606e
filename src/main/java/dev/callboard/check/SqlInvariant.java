package dev.callboard.check;

import dev.callboard.postgres.Database;

/**
 * An invariant that one statement can examine: a single snapshot, whatever happens meanwhile.
 *
 * @param violations a query that answers one line of text per violation
 */
record SqlInvariant(Database database, String name, String violations) implements Invariant {

    @Override
    public CheckResult examine() {
        return CheckResult.of(name, database.transaction(tx -> new InvariantStore().violations(tx, violations)));
    }
}
