package dev.callboard.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jdbi.v3.core.statement.StatementContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.postgres.Transaction;

/** Claims rows for the length of a transaction and writes what became of them. */
final class OutboxClaims {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The oldest due rows that nobody else holds; never "id above the last seen", for a lower id may commit later. */
    List<OutboxRow> due(Transaction tx, int limit) {
        return tx.handle().createQuery("""
                select id, kind, key, payload::text, tries from outbox
                where done_at is null and not set_apart and next_try <= clock_timestamp()
                order by id limit :limit for update skip locked
                """).bind("limit", limit).map(OutboxClaims::row).list();
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
                where id = :id
                """).bind("id", id).bind("reason", reason).bind("seconds", after.toMillis() / 1000.0).execute();
    }

    void failed(Transaction tx, OutboxRow row, String error, boolean setApart, Duration pause) {
        tx.handle().createUpdate("""
                update outbox set error = :error, tries = tries + 1, set_apart = :setApart,
                  next_try = clock_timestamp() + make_interval(secs => :seconds)
                where id = :id
                """).bind("id", row.id()).bind("error", error).bind("setApart", setApart)
                .bind("seconds", pause.toMillis() / 1000.0).execute();
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
