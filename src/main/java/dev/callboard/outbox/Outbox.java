package dev.callboard.outbox;

import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.postgres.Transaction;

/** Writes outbox rows in the transaction that they follow from. */
public final class Outbox {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @return the row's id, for delivering it right after the commit */
    public long put(Transaction tx, OutboxKind kind, String key, Map<String, ?> payload) {
        return tx.handle().createQuery("""
                insert into outbox (kind, key, payload) values (:kind, :key, cast(:payload as jsonb)) returning id
                """).bind("kind", kind.stored()).bind("key", key).bind("payload", json(payload)).mapTo(Long.class)
                .one();
    }

    /** Rows that are neither done nor set apart. */
    public long open(Transaction tx) {
        return tx.handle().createQuery("select count(*) from outbox where done_at is null and not set_apart")
                .mapTo(Long.class).one();
    }

    /** Open rows that a running mail server or provider is not needed for. */
    public long openInside(Transaction tx) {
        return tx.handle()
                .createQuery("select count(*) from outbox where done_at is null and not set_apart and kind <> 'mail'")
                .mapTo(Long.class).one();
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
