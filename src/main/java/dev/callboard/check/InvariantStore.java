package dev.callboard.check;

import java.util.List;

import dev.callboard.postgres.Transaction;

/** Runs the queries that look for violations. */
final class InvariantStore {

    /** One readable line per violation. */
    List<String> violations(Transaction tx, String query) {
        return tx.handle().createQuery(query).mapTo(String.class).list();
    }
}
