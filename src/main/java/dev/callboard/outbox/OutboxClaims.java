package dev.callboard.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.statement.StatementContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.audit.Alerts;
import dev.callboard.postgres.Transaction;

/** Claims rows for the length of a transaction and writes what became of them. */
final class OutboxClaims {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxClaims.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The oldest due rows that nobody else holds; never "id above the last seen", for a lower id may commit later. */
    List<OutboxRow> due(Transaction tx, Collection<OutboxKind> kinds, int limit) {
        return tx.handle().createQuery("""
                select id, kind, key, payload::text, tries from outbox
                where done_at is null and not set_apart and next_try <= clock_timestamp() and kind = any (:kinds)
                order by id limit :limit for update skip locked
                """).bindArray("kinds", String.class, kinds.stream().map(OutboxKind::stored).toArray())
                .bind("limit", limit).map(OutboxClaims::row).list();
    }

    List<OutboxRow> these(Transaction tx, Collection<Long> ids) {
        return tx.handle().createQuery("""
                select id, kind, key, payload::text, tries from outbox
                where done_at is null and not set_apart and id = any (:ids)
                order by id for update skip locked
                """).bindArray("ids", Long.class, ids.toArray()).map(OutboxClaims::row).list();
    }

    boolean allDone(Transaction tx, Collection<Long> ids) {
        return tx.handle()
                .createQuery("select not exists (select from outbox where id = any (:ids) and done_at is null)")
                .bindArray("ids", Long.class, ids.toArray()).mapTo(Boolean.class).one();
    }

    void done(Transaction tx, Collection<Long> ids) {
        tx.handle().createUpdate("update outbox set done_at = callboard_now(), error = null where id = any (:ids)")
                .bindArray("ids", Long.class, ids.toArray()).execute();
    }

    void later(Transaction tx, long id, Duration after, String reason) {
        tx.handle().createUpdate("""
                update outbox set error = :reason, next_try = clock_timestamp() + make_interval(secs => :seconds)
                where id = :id and done_at is null
                """).bind("id", id).bind("reason", reason).bind("seconds", after.toMillis() / 1000.0).execute();
    }

    /** Counts a failed try; the last one sets the row apart and calls a person. */
    void failed(Transaction tx, Alerts alerts, OutboxRow row, RuntimeException failure) {
        boolean setApart = row.tries() + 1 >= Delivery.TRIES;
        tx.handle().createUpdate("""
                update outbox set error = :error, tries = tries + 1, set_apart = :setApart,
                  next_try = clock_timestamp() + make_interval(secs => :seconds)
                where id = :id and done_at is null
                """).bind("id", row.id()).bind("error", String.valueOf(failure.getMessage()))
                .bind("setApart", setApart).bind("seconds", pauseAfter(row.tries()).toMillis() / 1000.0).execute();
        if (setApart) {
            LOG.error("outbox row {} ({} {}) is set apart", row.id(), row.kind(), row.key(), failure);
            alerts.raise(tx, "outbox.set_apart", "outbox", Long.toString(row.id()), 0,
                    row.kind() + " " + row.key() + " could not be delivered: " + failure.getMessage());
        }
    }

    void setApart(Transaction tx, long id, String reason) {
        tx.handle()
                .createUpdate("update outbox set error = :reason, tries = tries + 1, set_apart = true where id = :id")
                .bind("id", id).bind("reason", reason).execute();
    }

    /** 0.2 s, doubling, at most 30 s. */
    private static Duration pauseAfter(int tries) {
        return Duration.ofMillis(Math.min(30_000, 200L << Math.min(tries, 10)));
    }

    private static OutboxRow row(ResultSet row, StatementContext context) throws SQLException {
        try {
            return new OutboxRow(row.getLong("id"), OutboxKind.of(row.getString("kind")), row.getString("key"),
                    JSON.readTree(row.getString("payload")), row.getInt("tries"));
        } catch (JsonProcessingException broken) {
            throw new SQLException("an outbox payload is not JSON", broken);
        }
    }
}
