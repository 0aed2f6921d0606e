package dev.callboard.outbox;

import java.time.Duration;
import java.util.List;

import dev.callboard.audit.Alerts;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;

/**
 * Rows whose effect is a call that may take long, to a mail server for example: leased and committed first, then
 * called, then marked, so that no transaction waits for a stranger.
 */
public final class LeasedRows {
    private final Database database;
    private final Alerts alerts;
    private final OutboxClaims claims = new OutboxClaims();

    public LeasedRows(Database database, Alerts alerts) {
        this.database = database;
        this.alerts = alerts;
    }

    /** Takes due rows of a kind; nobody else gets them before the lease ends. */
    public List<OutboxRow> lease(OutboxKind kind, Duration lease, int limit) {
        return database.transaction(tx -> {
            List<OutboxRow> rows = claims.due(tx, List.of(kind), limit);
            rows.forEach(row -> claims.later(tx, row.id(), lease, null));
            return rows;
        });
    }

    public void done(OutboxRow row) {
        database.transaction(tx -> {
            claims.done(tx, List.of(row.id()));
            return null;
        });
    }

    /** Not the row's fault: it stays without a counted try. */
    public void later(OutboxRow row, Duration after, String reason) {
        database.transaction(tx -> {
            claims.later(tx, row.id(), after, reason);
            return null;
        });
    }

    /** The row's fault: after {@link Delivery#TRIES} tries it is set apart for a person. */
    public void failed(OutboxRow row, RuntimeException failure) {
        database.transaction(tx -> {
            claims.failed(tx, alerts, row, failure);
            return null;
        });
    }

    /** Trying again would change nothing: set apart, in the transaction in which a person is told. */
    public void giveUp(Transaction tx, OutboxRow row, String reason) {
        claims.setApart(tx, row.id(), reason);
    }
}
