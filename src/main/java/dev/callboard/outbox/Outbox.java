package dev.callboard.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.postgres.Transaction;

/** Writes outbox rows in the transaction that they follow from. */
public final class Outbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return the row's id, for delivering it right after the commit */
    public long put(Transaction tx, OutboxKind kind, String key, Map<String, ?> payload) {
        return put(tx, kind, key, payload, null);
    }

    /** @param cause what the row is an effect of, or null */
    public long put(Transaction tx, OutboxKind kind, String key, Map<String, ?> payload, Cause cause) {
        return tx.handle().createQuery("""
                insert into outbox (kind, key, payload, order_id, cause)
                values (:kind, :key, cast(:payload as jsonb), cast(:order as uuid), :cause) returning id
                """).bind("kind", kind.stored()).bind("key", key).bind("payload", json(payload))
                .bind("order", cause == null ? null : cause.order())
                .bind("cause", cause == null ? null : cause.action())
                .mapTo(Long.class).one();
    }

    /** How far the effects of an act have come, oldest first. */
    public List<Effect> effectsOf(Transaction tx, Cause cause) {
        return tx.handle().createQuery("""
                select id, kind, created, done_at, tries, error, set_apart from outbox
                where order_id = :order and cause = :cause order by id
                """).bind("order", cause.order()).bind("cause", cause.action())
                .map((row, context) -> new Effect(row.getLong("id"), OutboxKind.of(row.getString("kind")),
                        instant(row, "created"), instant(row, "done_at"), row.getInt("tries"), row.getString("error"),
                        row.getBoolean("set_apart")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Rows that are neither done nor set apart. */
    public long open(Transaction tx) {
        return tx.handle().createQuery("select count(*) from outbox where done_at is null and not set_apart")
                .mapTo(Long.class).one();
    }

    /** Open rows that neither need a mail server or another program nor wait for a provider that could not be reached. */
    public long openInside(Transaction tx) {
        return tx.handle().createQuery("""
                select count(*) from outbox where done_at is null and not set_apart and kind not in ('mail', 'webhook')
                  and not (kind = 'refund' and error is not null)
                """).mapTo(Long.class).one();
    }

    /** True while something about this key has not been delivered. */
    public boolean isOpen(Transaction tx, OutboxKind kind, String key) {
        return tx.handle()
                .createQuery("select exists (select from outbox where done_at is null and kind = :kind and key = :key)")
                .bind("kind", kind.stored()).bind("key", key).mapTo(Boolean.class).one();
    }

    private static String json(Map<String, ?> payload) {
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("not JSON-able: " + payload.keySet(), impossible);
        }
    }
}
